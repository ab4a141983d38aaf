namespace CallIntake.Engine.Triage.Refining;

/// <summary>How a backend is held to JSON.</summary>
public enum AnswerFormat
{
    /// <summary>A strict JSON schema.</summary>
    JsonSchema,

    /// <summary>Some JSON object.</summary>
    JsonObject,

    /// <summary>The prompt alone asks for it.</summary>
    None,
}
