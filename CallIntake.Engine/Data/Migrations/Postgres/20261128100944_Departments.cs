using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CallIntake.Engine.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Departments : Migration
    {
        /// <summary>Calls that are stored already: all departments of the record in the usual order, divided by commas.</summary>
        private const string OfStoredCalls = """
            UPDATE calls SET departments = NULLIF(substr(''
            || CASE WHEN recommended_department = 'Полиция' OR EXISTS (SELECT 1 FROM json_array_elements_text(ai_json -> 'also_notify') AS told(value) WHERE value = 'Полиция') THEN ',Полиция' ELSE '' END
            || CASE WHEN recommended_department = 'Скорая' OR EXISTS (SELECT 1 FROM json_array_elements_text(ai_json -> 'also_notify') AS told(value) WHERE value = 'Скорая') THEN ',Скорая' ELSE '' END
            || CASE WHEN recommended_department = 'МЧС' OR EXISTS (SELECT 1 FROM json_array_elements_text(ai_json -> 'also_notify') AS told(value) WHERE value = 'МЧС') THEN ',МЧС' ELSE '' END
            || CASE WHEN recommended_department = 'Акимат' OR EXISTS (SELECT 1 FROM json_array_elements_text(ai_json -> 'also_notify') AS told(value) WHERE value = 'Акимат') THEN ',Акимат' ELSE '' END, 2), '') WHERE ai_json IS NOT NULL;
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_calls_recommended_department_timestamp_id",
                table: "calls");

            migrationBuilder.AddColumn<string>(
                name: "departments",
                table: "calls",
                type: "text",
                nullable: true);
            migrationBuilder.Sql(OfStoredCalls);

            migrationBuilder.CreateIndex(
                name: "IX_calls_departments_timestamp_id",
                table: "calls",
                columns: new[] { "departments", "timestamp", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_calls_departments_timestamp_id",
                table: "calls");

            migrationBuilder.DropColumn(
                name: "departments",
                table: "calls");

            migrationBuilder.CreateIndex(
                name: "IX_calls_recommended_department_timestamp_id",
                table: "calls",
                columns: new[] { "recommended_department", "timestamp", "id" });
        }
    }
}
