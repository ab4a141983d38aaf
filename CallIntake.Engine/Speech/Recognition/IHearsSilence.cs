namespace CallIntake.Engine.Speech.Recognition;

/// <summary>
/// Marks a recogniser that does not listen to sound: it is asked about the whole recording, and no voice activity is looked for before it.
/// </summary>
internal interface IHearsSilence;
