"""What the README says can be relied on: every sentence of it has tests behind it, which are named here and are there."""

import re
from pathlib import Path

import pytest

CAMPAIGN = "campaign/test_campaign.py::test_nothing_is_lost"

BEHIND = {
    "A mark is written the moment it is made": (
        "app/test_marking.py::test_no_mark_is_drawn_before_it_is_kept",
        "app/test_marking.py::test_a_mark_that_waits_has_its_own_sign_and_the_counts_stay",
        "app/test_marking.py::test_a_mark_that_fails_is_said_and_tried_again",
    ),
    "A program that is killed, or whose power is cut": (
        CAMPAIGN,
        "storage/test_file.py::test_a_killed_writer_leaves_whole_refreshes",
    ),
    "Marks belong to the story": (
        "storage/test_marks.py::test_marks_outlive_their_story",
        "storage/test_sections.py::test_letting_a_section_go_keeps_what_a_person_touched",
        "storage/test_retention.py::test_a_mark_outlives_the_story_that_is_tidied_away",
    ),
    "What you mark can be unmarked": (
        "storage/test_actions.py::test_acts_are_taken_back_and_done_again_in_their_order",
        "storage/test_actions.py::test_it_is_remembered_by_other_shells",
    ),
    "Several shells may run at once": (
        CAMPAIGN,
        "storage/test_file.py::test_two_processes_may_begin_a_library_at_once",
    ),
    "None is told that the library is locked": (CAMPAIGN,),
    "What one does is on the screens of the others": (
        CAMPAIGN,
        "app/test_contents.py::test_what_another_process_does_is_noticed_and_nothing_is_done_where_nothing_changed",
        "app/test_contents.py::test_a_look_that_takes_long_is_not_given_up_for_the_next",
    ),
    "A full disk or a read-only folder": (
        CAMPAIGN,
        "storage/test_file.py::test_a_full_disk_loses_nothing_that_was_kept",
        "storage/test_file.py::test_who_can_read_the_file_can_read_the_library",
        "storage/test_file.py::test_on_a_full_disk_all_is_read_that_was_kept",
        "cli/test_every_verb.py::test_every_verb_ends_well_whatever_its_streams_are",
    ),
    "A library that is deleted": (
        "library/test_library.py::test_what_an_open_library_held_that_was_deleted_is_saved",
        "storage/test_file.py::test_what_becomes_of_an_open_library_is_noticed",
        "cli/test_every_verb.py::test_every_verb_says_what_became_of_its_library",
    ),
    "Upgrades keep everything": ("storage/test_schema.py::test_there_is_a_library_of_every_version",),
    "A library of any version": (
        "storage/test_schema.py::test_a_library_of_any_version_opens_with_all_that_was_in_it",
        "storage/test_schema.py::test_a_step_that_fails_leaves_the_library_as_it_was",
        "storage/test_backups.py::test_opening_an_older_library_to_write_keeps_it_as_it_was",
    ),
    "One from a newer version": (
        "storage/test_schema.py::test_a_newer_library_is_left_alone",
        "storage/test_rows.py::test_a_newer_library_can_be_exported_and_is_not_poured",
    ),
    "A library survives the loss of any one file": (
        "cli/test_upkeep.py::test_a_library_survives_the_loss_of_its_file",
        "storage/test_backups.py::test_another_copy_is_made_when_the_last_is_old_enough",
        "storage/test_rows.py::test_a_library_of_any_version_goes_out_and_comes_in_again",
        "storage/test_repair.py::test_of_a_damaged_file_what_can_be_read_is_saved_marks_first",
    ),
    "What you touched is never tidied away": (
        "storage/test_retention.py::test_tidying_says_what_it_removes_and_leaves_what_was_touched",
        "cli/test_upkeep.py::test_tidy_says_before_it_does",
    ),
    "Nobody is let in": (CAMPAIGN,),
    "No text from outside reaches the terminal": (
        CAMPAIGN,
        "test_text.py::test_escape_and_control_characters_go_and_their_harmless_letters_stay",
        "test_text.py::test_no_script_has_towers",
        "output/test_gate.py::test_what_was_typed_leaves_by_the_gate_too",
        "log/test_file.py::test_a_line_names_the_room_that_wrote_it",
        "output/test_commands.py::test_no_argument_is_obeyed",
        "fetching/test_confine.py::test_the_filter_refuses",
        "fetching/test_network.py::test_what_a_name_resolves_to_is_what_counts",
        "fetching/test_network.py::test_no_redirect_leads_into_a_private_place",
        "test_address.py::test_private_names",
    ),
    "Who is let in to read gets no further": (
        "test_kiosk.py::test_no_key_and_no_command_gets_out",
        "test_kiosk.py::test_as_a_login_shell_it_does_not_do_what_it_is_told",
        "test_kiosk.py::test_of_an_environment_words_about_the_terminal_are_left",
    ),
    "What is yours is yours alone": (
        "test_private.py::test_every_file_and_folder_of_a_session_is_private_whatever_the_umask",
        "test_private.py::test_what_a_library_of_ours_creates_by_itself_is_private_too",
        "cli/test_doctor.py::test_a_wrong_configuration_and_open_files_are_named",
    ),
    "Passwords are in no export": (
        "cli/test_logins.py::test_a_password_is_read_from_standard_input_and_shown_nowhere",
        "output/test_gate.py::test_names_and_passwords_in_addresses_stay_inside",
        "log/test_file.py::test_a_secret_is_in_no_detail",
        "fetching/test_client.py::test_name_and_password_go_along_on_the_host_and_no_further",
    ),
}
"""How a sentence begins, and the tests behind it."""

TESTS = Path(__file__).parent


def promised() -> list[str]:
    """The sentences of the README."""
    readme = TESTS.parent / "README.md"
    if not readme.exists():
        pytest.skip("the README is not beside the installed wheel's tests")
    section = readme.read_text(encoding="utf-8").partition("## What you can rely on")[2].partition("\n## ")[0]
    points = section.split("\n- ")[1:]
    return [
        each for point in points for each in re.split(r"(?<=\.) (?=[A-Z])", " ".join(point.replace("*", "").split()))
    ]


def test_every_sentence_has_a_test() -> None:
    said = promised()
    assert [one for one in said if not any(one.startswith(begins) for begins in BEHIND)] == []
    assert [begins for begins in BEHIND if not any(one.startswith(begins) for one in said)] == []


@pytest.mark.parametrize("test", sorted({test for tests in BEHIND.values() for test in tests}))
def test_it_is_there(test: str) -> None:
    file, _, name = test.partition("::")
    assert re.search(rf"^(async )?def {name}\(", (TESTS / file).read_text(encoding="utf-8"), re.MULTILINE)
