namespace CallIntake.Web.Resources;

/// <summary>
/// Names the resources that hold every word on the screen: <c>SharedText.resx</c> in Russian, which also stands in for a word that
/// another language lacks, <c>SharedText.kk.resx</c> and <c>SharedText.en.resx</c>.
/// </summary>
public sealed class SharedText;
