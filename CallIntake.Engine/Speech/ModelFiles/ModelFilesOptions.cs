using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Speech.ModelFiles;

/// <summary>Section <c>Speech:Models</c>: where <c>models get</c> finds models and where it puts them.</summary>
public sealed class ModelFilesOptions
{
    /// <summary>Where the options stand in the configuration.</summary>
    public const string SectionName = "Speech:Models";

    /// <summary>Folder the models are put into. Default <c>models</c>.</summary>
    [Required]
    public string Folder { get; set; } = "models";

    /// <summary>List of the known models. Default <c>models/catalogue.json</c>.</summary>
    [Required]
    public string Catalogue { get; set; } = "models/catalogue.json";

    /// <summary>A further list in the same form; its models stand beside the delivered ones or, of the same name, for them. Empty (default): none.</summary>
    public string OwnCatalogue { get; set; } = string.Empty;

    /// <summary>
    /// For a network without the Internet: an http or https address that stands for the scheme and host of the public ones, or a folder
    /// (a path or file://) laid out as <see cref="Folder"/>. Empty (default): the public addresses.
    /// </summary>
    public string Mirror { get; set; } = string.Empty;

    /// <summary>How long a server may take until its answer begins. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a transfer may stand still before it is given up; the next call goes on with it. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan StallAfter { get; set; } = TimeSpan.FromSeconds(60);
}
