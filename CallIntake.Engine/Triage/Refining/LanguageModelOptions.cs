using System.ComponentModel.DataAnnotations;

namespace CallIntake.Engine.Triage.Refining;

/// <summary>The language model that refines the embedded judgement. Keys come from the environment, never from appsettings.json.</summary>
public sealed class LanguageModelOptions
{
    /// <summary>Name of the section.</summary>
    public const string SectionName = "Triage:LanguageModel";

    /// <summary>Which service; default none.</summary>
    public LanguageModelBackend Backend { get; set; } = LanguageModelBackend.None;

    /// <summary>Base address of the service, as in http://127.0.0.1:8080/v1; needed for <c>compatible</c>, else the service's own.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Name of the model; the service's small model where empty.</summary>
    public string? Model { get; set; }

    /// <summary>Key of the service; OPENAI_API_KEY or DEEPSEEK_API_KEY where empty.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How the service is held to JSON; what it is known to support where empty (openai, compatible: schema; deepseek: object).</summary>
    public AnswerFormat? Format { get; set; }

    /// <summary>Seconds for everything, the second try included; default 4, 0.1 to 30.</summary>
    [Range(0.1, 30)]
    public double DeadlineSeconds { get; set; } = 4;

    /// <summary>Further tries after a failure, within the deadline; default 1, 0 or 1.</summary>
    [Range(0, 1)]
    public int Retries { get; set; } = 1;

    /// <summary>Most tokens of an answer; default 500, 50 to 4000.</summary>
    [Range(50, 4000)]
    public int MaximumTokens { get; set; } = 500;

    /// <summary>Failures in a row after which the service is left alone for a while; default 3, 1 to 100.</summary>
    [Range(1, 100)]
    public int BreakAfter { get; set; } = 3;

    /// <summary>Seconds for which it is left alone; default 30, 1 to 3600.</summary>
    [Range(1, 3600)]
    public double BreakSeconds { get; set; } = 30;

    /// <summary>File of the prompt; default <c>triage/prompts/refine-1.txt</c>.</summary>
    [Required]
    public string Prompt { get; set; } = "triage/prompts/refine-1.txt";

    /// <summary>Price of a million tokens sent, in the currency of your bill; default 0.</summary>
    [Range(0, 10000)]
    public decimal PriceIn { get; set; }

    /// <summary>Price of a million tokens received; default 0.</summary>
    [Range(0, 10000)]
    public decimal PriceOut { get; set; }
}
