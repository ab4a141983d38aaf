using CallIntake.Engine.Calls;
using CallIntake.Engine.Triage;
using CallIntake.Tests.Web.Support;
using CallIntake.Web.Live;

namespace CallIntake.Tests.Web.Live;

public sealed class BoardFilterTests
{
    [Fact]
    public void A_filter_survives_the_way_through_the_address_line()
    {
        var filter = new BoardFilter
        {
            Urgencies = ["critical", "low"],
            Categories = ["domestic"],
            Statuses = ["in_progress"],
            Languages = ["kk"],
            Departments = [Departments.Rescue],
            NeedsHuman = true,
            Text = "Абая 52 & двор?",
        };

        var read = BoardFilterQuery.Parse("http://console/" + BoardFilterQuery.Format(filter));

        Assert.Equal(BoardFilterQuery.Format(filter), BoardFilterQuery.Format(read));
        Assert.Equal(filter.Text, read.Text);
        Assert.True(read.Urgencies.SetEquals(filter.Urgencies));
        Assert.True(read.Departments.SetEquals(filter.Departments));
    }

    [Fact]
    public void No_filter_leaves_the_address_line_clean() => Assert.Equal(string.Empty, BoardFilterQuery.Format(BoardFilter.All));

    [Theory]
    [InlineData("?urgency=immediately&status=gone&language=fr")]
    [InlineData("?urgency=&q=")]
    [InlineData("?")]
    [InlineData("#frag?urgency=low")]
    public void Values_that_do_not_exist_hide_nothing(string query) =>
        Assert.Equal(string.Empty, BoardFilterQuery.Format(BoardFilterQuery.Parse("http://console/" + query)));

    [Fact]
    public void Values_may_be_repeated_or_joined_by_commas() =>
        Assert.True(BoardFilterQuery.Parse("http://console/?urgency=critical,high&urgency=low").Urgencies.SetEquals(["critical", "high", "low"]));

    [Theory]
    [InlineData("иманова", true)]
    [InlineData("ДВЕРЬ ломает", true)]
    [InlineData("0001234", true)]
    [InlineData("дверь магазин", false)]
    [InlineData("бьет", true)]
    [InlineData("ЫМАНОВА", false)]
    [InlineData("мұж", true)]
    [InlineData("8 701 000 12 34", true)]
    [InlineData("+7 (701) 000-12-34", true)]
    [InlineData("что случилось", false)]
    public void Words_are_sought_in_what_was_said_in_the_address_and_in_the_number(string words, bool found) =>
        Assert.Equal(found, (BoardFilter.All with { Text = words }).Matches(SomeCall.Domestic()));

    [Fact]
    public void A_department_fits_whether_it_is_sent_or_only_told()
    {
        Assert.True((BoardFilter.All with { Departments = [Departments.Ambulance] }).Matches(SomeCall.Domestic()));
        Assert.False((BoardFilter.All with { Departments = [Departments.Rescue] }).Matches(SomeCall.Domestic()));
    }

    [Fact]
    public void A_correction_decides_what_the_filter_sees()
    {
        var call = SomeCall.Of(Urgency.Low) with { Corrections = [new Correction("urgency", "low", "high", "a", SomeCall.Now)] };

        Assert.True((BoardFilter.All with { Urgencies = ["high"] }).Matches(call));
        Assert.False((BoardFilter.All with { Urgencies = ["low"] }).Matches(call));
    }

    [Fact]
    public void A_call_without_a_record_passes_as_medium_and_in_no_category()
    {
        var call = SomeCall.Of(Urgency.Low) with { Record = null };

        Assert.True((BoardFilter.All with { Urgencies = ["medium"] }).Matches(call));
        Assert.False((BoardFilter.All with { Categories = ["noise"] }).Matches(call));
        Assert.False((BoardFilter.All with { NeedsHuman = true }).Matches(call));
    }
}
