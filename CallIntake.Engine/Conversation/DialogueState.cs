using System.Collections.Immutable;

namespace CallIntake.Engine.Conversation;

/// <summary>What has been asked in a conversation so far. Immutable.</summary>
public sealed record DialogueState
{
    /// <summary>Keys of the questions asked, in order; the reading back and a repeated question count.</summary>
    public ImmutableList<string> Asked { get; init; } = [];

    /// <summary>Turns that were not understood.</summary>
    public int NotUnderstood { get; init; }

    /// <summary>The last turn was not understood.</summary>
    public bool LastNotUnderstood { get; init; }

    /// <summary>The caller said that the address read back is wrong.</summary>
    public bool AddressRejected { get; init; }

    /// <summary>The caller asked for a person or pressed 0.</summary>
    public bool AskedForPerson { get; init; }

    /// <summary>Whether a voice is available for sentences made for this call.</summary>
    public bool CanReadBack { get; init; }

    /// <summary>How often a question was asked.</summary>
    public int Times(string key) => Asked.Count(asked => asked == key);

    /// <summary>The state after a question.</summary>
    public DialogueState AfterAsking(string key) => this with { Asked = Asked.Add(key), LastNotUnderstood = false, AddressRejected = false };

    /// <summary>The state after a turn that was not understood.</summary>
    public DialogueState AfterNotUnderstood() => this with { NotUnderstood = NotUnderstood + 1, LastNotUnderstood = true };
}
