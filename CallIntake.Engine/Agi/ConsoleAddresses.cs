using Microsoft.AspNetCore.Http;

namespace CallIntake.Engine.Agi;

/// <summary>The addresses of the console that the host was told to listen on, for the message when one of them is taken.</summary>
internal sealed record ConsoleAddresses(IReadOnlyList<BindingAddress> Urls);
