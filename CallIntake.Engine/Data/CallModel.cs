using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CallIntake.Engine.Data;

/// <summary>Tables, keys and indexes, the same for every database.</summary>
internal static class CallModel
{
    /// <summary>SQL of the rank; plain enough for every provider.</summary>
    private const string Rank = "CASE urgency WHEN 'critical' THEN 3 WHEN 'high' THEN 2 WHEN 'medium' THEN 1 ELSE 0 END";

    public static void Configure(ModelBuilder builder, string jsonColumnType)
    {
        builder.Entity<CallRow>(calls => Calls(calls, jsonColumnType));
        builder.Entity<CallEventRow>(events => Events(events, jsonColumnType));
        builder.Entity<CallSearchRow>(Search);
        builder.Entity<AppUser>().ToTable("users").Property(user => user.DisplayName).HasMaxLength(100);
        builder.Entity<IdentityRole>().ToTable("roles");
        builder.Entity<IdentityUserRole<string>>().ToTable("user_roles");
        builder.Entity<IdentityUserClaim<string>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("user_tokens");
        builder.Entity<IdentityRoleClaim<string>>().ToTable("role_claims");
    }

    private static void Calls(EntityTypeBuilder<CallRow> calls, string jsonColumnType)
    {
        calls.ToTable("calls").HasKey(call => call.Id);
        calls.Property(call => call.Id).ValueGeneratedNever();
        calls.Property(call => call.AiJson).HasColumnType(jsonColumnType);
        calls.Property(call => call.Version).IsConcurrencyToken();
        calls.Property(call => call.UrgencyRank).HasComputedColumnSql(Rank, stored: true);

        // Each filter with the order of the history behind it: the newest page of any one filter is read straight from its index.
        calls.HasIndex(call => new { call.Timestamp, call.Id });
        calls.HasIndex(call => new { call.UrgencyRank, call.Timestamp, call.Id });
        calls.HasIndex(call => new { call.Category, call.Timestamp, call.Id });
        calls.HasIndex(call => new { call.Status, call.Timestamp, call.Id });
        calls.HasIndex(call => new { call.Departments, call.Timestamp, call.Id });
        calls.HasIndex(call => new { call.Language, call.Timestamp, call.Id });
        calls.HasIndex(call => new { call.NeedsHuman, call.Timestamp, call.Id });
        calls.HasIndex(call => new { call.IsTest, call.Timestamp, call.Id });
    }

    private static void Events(EntityTypeBuilder<CallEventRow> events, string jsonColumnType)
    {
        events.ToTable("call_events").HasKey(callEvent => callEvent.Id);
        events.Property(callEvent => callEvent.Id).ValueGeneratedNever();
        events.Property(callEvent => callEvent.Data).HasColumnType(jsonColumnType);
        events.HasOne<CallRow>().WithMany().HasForeignKey(callEvent => callEvent.CallId).OnDelete(DeleteBehavior.Restrict);
        events.HasIndex(callEvent => new { callEvent.CallId, callEvent.Timestamp, callEvent.Id });
    }

    private static void Search(EntityTypeBuilder<CallSearchRow> search)
    {
        search.ToTable("call_search").HasKey(row => row.Id);
        search.HasOne<CallRow>().WithOne().HasForeignKey<CallSearchRow>(row => row.CallId).OnDelete(DeleteBehavior.Cascade);
    }
}
