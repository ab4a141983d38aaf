namespace CallIntake.Engine.Conversation;

/// <summary>Keys of the fixed phrases; their texts stand in prompts/prompts.tsv, their recordings beside it.</summary>
public static class Prompts
{
    /// <summary>Who we are, that a machine listens, that it is recorded.</summary>
    public const string Greeting = "greeting";

    /// <summary>The open question.</summary>
    public const string WhatWhere = "what_where";

    /// <summary>No place so far.</summary>
    public const string AskAddress = "ask_address";

    /// <summary>Place known, event not.</summary>
    public const string AskWhat = "ask_what";

    /// <summary>Whether it goes on now.</summary>
    public const string AskDanger = "ask_danger";

    /// <summary>Weapons and injured.</summary>
    public const string AskWeaponInjured = "ask_weapon_injured";

    /// <summary>How many people.</summary>
    public const string AskPeople = "ask_people";

    /// <summary>Not understood, once.</summary>
    public const string Repeat = "repeat";

    /// <summary>Silence.</summary>
    public const string PressAnyKey = "press_any_key";

    /// <summary>Before the address.</summary>
    public const string ConfirmBefore = "confirm_address_before";

    /// <summary>After the address.</summary>
    public const string ConfirmAfter = "confirm_address_after";

    /// <summary>Recognition takes longer than usual.</summary>
    public const string HoldOn = "hold_on";

    /// <summary>Hand-over.</summary>
    public const string ToOperator = "to_operator";

    /// <summary>Hand-over of a critical call.</summary>
    public const string ToOperatorNow = "to_operator_now";

    /// <summary>End; police later.</summary>
    public const string Accepted = "accepted";

    /// <summary>End; utilities.</summary>
    public const string AcceptedUtility = "accepted_utility";

    /// <summary>End; information.</summary>
    public const string AcceptedInformation = "accepted_information";

    /// <summary>End; wrong number or joke.</summary>
    public const string WrongNumber = "wrong_number";

    /// <summary>Nothing heard to the end.</summary>
    public const string NotHeard = "not_heard";

    /// <summary>Any failure.</summary>
    public const string Failure = "failure";

    /// <summary>The last word.</summary>
    public const string Goodbye = "goodbye";
}
