namespace CallIntake.Engine.Triage;

/// <summary>What the whole product knows of one urgency: its code on every surface, its words, its shape on the board and its tone.</summary>
/// <param name="Urgency">The value.</param>
/// <param name="Code">Code in JSON, database, CSV and address lines.</param>
/// <param name="Shape">Name of the board's symbol: octagon, triangle, circle, dash.</param>
/// <param name="Russian">Word on the screen in Russian.</param>
/// <param name="Kazakh">Word on the screen in Kazakh.</param>
/// <param name="English">Word on the screen in English.</param>
/// <param name="ToneHertz">Pitch of the board's signal, hertz; 0 is silent.</param>
public sealed record UrgencyInfo(Urgency Urgency, string Code, string Shape, string Russian, string Kazakh, string English, int ToneHertz)
{
    /// <summary>The word in the interface's language (two letters); English where the language is not known.</summary>
    public string Word(string language) => language switch
    {
        "ru" => Russian,
        "kk" => Kazakh,
        _ => English,
    };
}
