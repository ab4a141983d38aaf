using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace CallIntake.Engine.Data;

/// <summary>Gives every column its snake_case name.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }
}
