namespace CallIntake.Engine.Triage.Text;

/// <summary>A word of a call.</summary>
/// <param name="Word">The folded word.</param>
/// <param name="Sound">What it sounds like, see <see cref="TextFolding.Sound"/>.</param>
/// <param name="Turn">Index of the turn in the input.</param>
/// <param name="Start">First character in the turn's text.</param>
/// <param name="End">One past the last character.</param>
/// <param name="Sentence">Number of the sentence in the call.</param>
/// <param name="Clause">Number of the clause in the call; commas and dashes end clauses.</param>
/// <param name="Kazakh">Written with a letter that Russian does not have.</param>
internal readonly record struct Token(string Word, string Sound, int Turn, int Start, int End, int Sentence, int Clause, bool Kazakh);
