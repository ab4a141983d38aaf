using CallIntake.Engine.Calls;

namespace CallIntake.Engine.Agi;

/// <summary>A FastAGI connection cannot go on. Cut by what happened; for the call all of them mean that its line broke.</summary>
internal abstract class AgiException(string message, Exception? innerException = null) : CallLineException(message, innerException);

/// <summary>The other side does not keep the protocol, or sends more than the limits allow.</summary>
internal sealed class AgiProtocolException(string message) : AgiException(message);

/// <summary>Something did not come in its time.</summary>
internal sealed class AgiTimeoutException(string message) : AgiException(message);

/// <summary>The connection ended in the middle.</summary>
internal sealed class AgiConnectionException(string message, Exception? innerException = null) : AgiException(message, innerException);
