using Microsoft.Extensions.DependencyInjection;

namespace CallIntake.Engine.Conversation;

/// <summary>Registers how the machine talks to a caller.</summary>
internal static class ConversationServiceCollectionExtensions
{
    /// <summary>Conversation: its options; the dialogue itself is pure.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
