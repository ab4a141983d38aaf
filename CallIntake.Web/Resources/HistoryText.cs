namespace CallIntake.Web.Resources;

/// <summary>Names the resources with the words of the history that the rest of the console does not have, in Russian, Kazakh and English.</summary>
public sealed class HistoryText;
