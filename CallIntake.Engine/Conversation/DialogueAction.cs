namespace CallIntake.Engine.Conversation;

/// <summary>What the machine does next in a conversation.</summary>
public enum DialogueAction
{
    /// <summary>Ask a question.</summary>
    Ask,

    /// <summary>Read the address back and ask whether it is right.</summary>
    ReadBack,

    /// <summary>Say what happens now and end the call.</summary>
    Close,

    /// <summary>Put the caller through to a human.</summary>
    HandOver,
}
