namespace CallIntake.Engine.Triage.Refining;

/// <summary>Which service takes the second look at a call.</summary>
public enum LanguageModelBackend
{
    /// <summary>None: the embedded judgement stands.</summary>
    None,

    /// <summary>OpenAI; key in OPENAI_API_KEY.</summary>
    OpenAI,

    /// <summary>DeepSeek; key in DEEPSEEK_API_KEY.</summary>
    DeepSeek,

    /// <summary>Any server with OpenAI's protocol: llama-server, Ollama, vLLM.</summary>
    Compatible,
}
