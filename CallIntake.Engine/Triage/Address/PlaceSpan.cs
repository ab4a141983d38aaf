using CallIntake.Engine.Triage.Address.Tagging;

namespace CallIntake.Engine.Triage.Address;

/// <summary>Consecutive units of one text that are one part of an address.</summary>
/// <param name="Tag">The part (its first tag).</param>
/// <param name="Source">The tagged text.</param>
/// <param name="Turn">Position of the turn in the call.</param>
/// <param name="First">First unit.</param>
/// <param name="Count">Number of units.</param>
/// <param name="Sureness">How sure the tags are, 0 to 1.</param>
/// <param name="Sound">How far a name may be from its sound here, and the name already found by it.</param>
internal sealed record PlaceSpan(PlaceTag Tag, TaggedPlace Source, int Turn, int First, int Count, double Sureness, SoundLimit Sound = default)
{
    /// <summary>One past the last unit.</summary>
    public int End => First + Count;

    /// <summary>The text.</summary>
    public PlaceText Text => Source.Text;
}
