"""What is followed, changed from the sections pane: every change can be taken back."""

from collections.abc import Sequence

from tui.app.choices import FULL_TEXT, Choice, duration
from tui.app.contents import Contents
from tui.app.main_screen import MainScreen
from tui.app.prompt import Prompt
from tui.app.refreshing import Refreshing
from tui.app.undoing import outcome
from tui.model import FOLDERS, Action, Followed, StoryFilter, Tag
from tui.storage import actions, folders, grammar, ranking, searches, sections, tags
from tui.text import counted


class Following:
    """Sites, sections and folders: followed, named, moved, muted, left."""

    def __init__(self, screen: MainScreen, contents: Contents, refreshing: Refreshing) -> None:
        self.screen = screen
        self.contents = contents
        self.refreshing = refreshing

    async def follow(self) -> None:
        """Follow a site."""
        from tui.app.dialogs import FollowDialog  # late, like the other dialogs: the first screen does without them

        await self.screen.app.push_screen(FollowDialog(self.screen.library, self.screen.signs), self._followed)

    def _followed(self, done: tuple[tuple[Followed, ...], str] | None) -> None:
        if done:
            self.screen.work("followed", self._show_followed, *done)

    async def _show_followed(self, followed: tuple[Followed, ...], failed: str) -> None:
        screen = self.screen
        with screen.telling():
            await self.contents.read_counts()
            site = followed[0].site
            single = len(site.sections) == 1
            wanted = StoryFilter(section_id=site.sections[0].id) if single else StoryFilter(site_id=site.id)
            screen.sections.show(self.contents.choices(), wanted)
            screen.activate("sections")
            self.contents.show_list(screen.sections.chosen.filter)
            added = [section for one in followed for section in one.added or one.site.sections]
            if empty := [section.id for section in added if not section.stories]:
                self.refreshing.ask(empty, quiet=True)
            screen.work("group", self._group)
            names = ", ".join(one.site.name for one in followed)
            number = sum(one.stories for one in followed)
            if any(one.added for one in followed):
                said = screen.keys.with_undo(f"Following {names}: {counted(number, 'story', 'stories')}")
            else:
                said = f"{names} {'is' if len(followed) == 1 else 'are'} followed already."
            screen.say(failed or said)

    async def _group(self) -> None:
        """Find out which of the stories that came with what is followed tell one event."""
        with self.screen.telling():
            await self.screen.library.group()

    # What is highlighted among the sections

    def _chosen(self, what: str) -> Choice | None:
        """The row highlighted, where it is a section, a site or a folder that a person follows."""
        chosen = self.screen.sections.chosen
        if chosen.sections or chosen.filter.folder_id:
            return chosen
        self.screen.say(f"Only sections, sites and folders can be {what}: highlight one of them.")
        return None

    def _tag(self, chosen: Choice) -> Tag | None:
        """The tag whose row this is."""
        return next((tag for tag in self.screen.tags if tag.id == chosen.filter.tag_id), None)

    async def unfollow(self) -> None:
        """Stop following what is highlighted; its stories and all marks stay. Of a saved search or a tag, remove it; of
        a folder, the folder alone."""
        screen, chosen = self.screen, self.screen.sections.chosen
        saved = next((search for search in screen.searches if search.filter == chosen.filter), None)
        with screen.telling():
            if saved is not None:
                await screen.library.do(searches.drop, saved.id)
                said = f"The search “{saved.name}” is removed"
            elif (tag := self._tag(chosen)) is not None:
                await screen.library.do(tags.remove, tag.id)
                said = f"The tag {tag.name} is removed, its stories stay"
            elif chosen.filter.folder_id:
                await screen.library.do(folders.remove, chosen.filter.folder_id)
                said = f"The folder {chosen.name} is gone, what stood in it is not"
            elif self._chosen("unfollowed"):
                number = await screen.library.do(sections.unfollow, chosen.sections)
                said = f"{chosen.name} is no longer followed" + (
                    f" ({counted(number, 'section', 'sections')})" if number > 1 else ""
                )
            else:
                return
            await self._show_change(said)

    async def rename(self) -> None:
        """Ask for another name of what is highlighted."""
        tag = self._tag(self.screen.sections.chosen)
        if chosen := self.screen.sections.chosen if tag else self._chosen("renamed"):
            known = tag.name if tag else self._own_name(chosen)
            entry = await self.screen.entry()
            entry.ask(
                f"Another name for {known}",
                known,
                entered=lambda name: self.screen.kept(self._rename(chosen, known, name)),
            )

    def _own_name(self, chosen: Choice) -> str:
        """What a row is called by itself: in a folder it is shown with its site's name."""
        parts = [each for site in self.screen.sites if len(site.sections) > 1 for each in site.sections]
        return next((each.name for each in parts if each.id == chosen.filter.section_id), chosen.name)

    async def _rename(self, chosen: Choice, known: str, name: str) -> None:
        screen, filter = self.screen, chosen.filter
        if not name.strip() or name.strip() == known:
            return
        with screen.telling():
            if filter.tag_id:
                await screen.library.do(tags.rename, filter.tag_id, name)
            elif filter.folder_id:
                await screen.library.do(folders.rename, filter.folder_id, name)
            elif filter.site_id:
                await screen.library.do(sections.rename_site, filter.site_id, name)
            else:
                await screen.library.do(sections.rename, filter.section_id, name)
            await self._show_change(f"{known} is called {name.strip()}")

    async def move(self) -> None:
        """Ask for the folder that what is highlighted is to stand in; a section may stand in several."""
        if chosen := self._chosen("moved"):
            tree = await self.screen.library.ask(folders.tree)
            moved = next((folder.path for folder in tree if folder.id == chosen.filter.folder_id), ())
            free = [folder.path for folder in tree if not moved or folder.path[: len(moved)] != moved]
            known = [FOLDERS.join(path) for path in free]
            here = [FOLDERS.join(folder.path) for folder in tree if chosen.filter.section_id in folder.section_ids]
            entry = await self.screen.entry()
            several = "" if chosen.filter.folder_id else ", commas between several"
            tab = " · tab goes through them" if known else ""
            before = ", ".join(here) or chosen.folder
            entry.ask(
                f"The folder for {chosen.name} · empty for none{several}{tab}",
                before,
                entered=lambda typed: self.screen.kept(self._move(chosen, before, typed)),
            )
            if known:
                entry.turned = lambda line: _turn(line, known)

    async def _move(self, chosen: Choice, before: str, typed: str) -> None:
        library, wanted = self.screen.library, chosen.filter
        if typed.strip() == before:
            return
        with self.screen.telling():
            tree = await library.ask(folders.tree)
            if wanted.folder_id:
                path = folders.meant(typed, tree)
                paths = tuple(filter(None, [path]))
                await library.do(folders.move_to, wanted.folder_id, path)
            else:
                paths = folders.several(typed, tree)
                await library.do(folders.stand_in, chosen.sections, paths, chosen.name)
            where = ", ".join(FOLDERS.join(path) for path in paths) or "no folder"
            await self._show_change(f"{chosen.name} stands in {where}")

    async def new_folder(self) -> None:
        """Ask for the name of a new folder."""
        entry = await self.screen.entry()
        entry.ask("The name of a new folder", entered=lambda name: self.screen.kept(self._new_folder(name)))

    async def _new_folder(self, name: str) -> None:
        if name.strip():
            with self.screen.telling():
                path = await self.screen.library.do(folders.make, name)
                await self._show_change(f"A new folder: {FOLDERS.join(path)}")

    async def mute(self) -> None:
        """Keep the stories of what is highlighted out of all lists but its own, or let them in again."""
        if chosen := self._chosen("muted"):
            with self.screen.telling():
                number = await self.screen.library.do(sections.mute, chosen.sections, muted=not chosen.muted)
                if number:
                    said = "shows in its own list alone" if not chosen.muted else "shows in all lists again"
                    await self._show_change(f"{chosen.name} {said}")

    async def hide(self) -> None:
        """Leave the row of what is highlighted out of the pane, or let it in again; its stories stay in all lists."""
        if chosen := self._chosen("hidden"):
            screen, hidden = self.screen, chosen.hidden
            with screen.telling():
                await screen.library.do(sections.hide, chosen.sections, hidden=not hidden)
                key = screen.keys.first("hidden_rows")
                await self._show_change(
                    f"{chosen.name} has a row again" if hidden else f"{chosen.name} is hidden, {key} shows it"
                )

    async def hidden_rows(self) -> None:
        """Show the rows that are left out, or leave them out again."""
        self.contents.with_hidden = not self.contents.with_hidden
        self.screen.sections.show(self.contents.choices())
        self.screen.say("All rows, hidden ones too." if self.contents.with_hidden else "Hidden rows are left out.")

    async def weigh(self) -> None:
        """Ask what the stories of what is highlighted weigh on the front page."""
        if chosen := self._chosen("weighed"):
            known = await self.screen.library.ask(ranking.weights)
            entry = await self.screen.entry()
            entry.ask(
                f"What {chosen.name} weighs on the front page: 1 as usual, 0 keeps it off",
                f"{known.get(chosen.sections[0], 1):g}" if chosen.sections else "",
                entered=lambda typed: self.screen.kept(self._weigh(chosen, typed)),
            )

    async def _weigh(self, chosen: Choice, typed: str) -> None:
        if typed.strip():
            with self.screen.telling():
                weight = ranking.weight_of(typed)
                before = await self.screen.library.ask(actions.history, 1)
                await self.screen.library.do(ranking.weigh, chosen.sections, weight)
                await self._show_change(f"{chosen.name} weighs {weight:g} on the front page", before)

    async def owner(self) -> None:
        """Ask whose outlets are to count as one."""
        known = await self.screen.library.ask(ranking.owners)
        newest = next(reversed(known.items()), None)
        entry = await self.screen.entry()
        entry.ask(
            "One outlet, as in Star: a.example b.example",
            f"{newest[0]}: {' '.join(newest[1])}" if newest else "",
            entered=lambda typed: self.screen.kept(self._own(typed)),
        )

    async def _own(self, typed: str) -> None:
        name, _, domains = (part.strip() for part in typed.partition(":"))
        if name:
            with self.screen.telling():
                before = await self.screen.library.ask(actions.history, 1)
                await self.screen.library.do(ranking.own, name, domains.split())
                await self._show_change(ranking.owned(name, domains.split()), before)

    async def interval(self) -> None:
        """Ask how often what is highlighted is to be asked."""
        if chosen := self._chosen("asked at a time of their own"):
            entry = await self.screen.entry()
            entry.ask(
                f"How often {chosen.name} is asked: 30m, 2h, 1d; empty as configured",
                entered=lambda typed: self.screen.kept(self._interval(chosen, typed)),
            )

    async def _interval(self, chosen: Choice, typed: str) -> None:
        with self.screen.telling():
            minutes = grammar.minutes(typed)
            before = await self.screen.library.ask(actions.history, 1)
            await self.screen.library.do(sections.set_interval, chosen.sections, minutes)
            said = f"every {duration(minutes)}" if minutes else "as configured"
            await self._show_change(f"{chosen.name} is asked {said}", before)

    async def full_text(self) -> None:
        """Have the whole stories of what is highlighted fetched at another time: each key press the next one."""
        if chosen := self._chosen("fetched otherwise"):
            every = list(FULL_TEXT)
            with self.screen.telling():
                section = await self.screen.library.ask(sections.section, chosen.sections[0])
                when = section.full_text if section else ""
                when = every[(every.index(when) + 1) % len(every)] if when in every else every[0]
                await self.screen.library.do(sections.set_full_text, chosen.sections, when)
                await self._show_change(f"{chosen.name}: whole stories {FULL_TEXT[when]}")

    async def move_down(self) -> None:
        """Move the section or site highlighted a place down among those beside it."""
        await self._reorder(1)

    async def move_up(self) -> None:
        """Move the section or site highlighted a place up."""
        await self._reorder(-1)

    async def _reorder(self, step: int) -> None:
        if chosen := self._chosen("moved"):
            with self.screen.telling():
                if chosen.filter.folder_id:
                    await self._reorder_folders(chosen.filter.folder_id, step)
                else:
                    await self._reorder_sections(chosen, step)
                await self.contents.renew()
                self.screen.sections.show(self.contents.choices(), chosen.filter)

    async def _reorder_folders(self, folder_id: int, step: int) -> None:
        tree = self.screen.folders
        parent = next(each.parent_id for each in tree if each.id == folder_id)
        beside = [each.id for each in tree if each.parent_id == parent]
        place = moved(beside, folder_id, step).index(folder_id)
        await self.screen.library.do(folders.move, folder_id, parent, place)

    async def _reorder_sections(self, chosen: Choice, step: int) -> None:
        """Within its folder, else within its site; a site among the sites."""
        screen, library, section_id = self.screen, self.screen.library, chosen.filter.section_id
        inside = next((each.section_ids for each in screen.folders if each.id == chosen.folder_id), ())
        site = next((site for site in screen.sites if section_id in [each.id for each in site.sections]), None)
        if inside:
            await library.do(folders.order, chosen.folder_id, moved(inside, section_id, step))
        elif site is not None and chosen.under_site:
            order = moved([each.id for each in site.sections], section_id, step)
            await library.do(sections.order_sections, site.id, order)
        else:
            site_id = site.id if site is not None else chosen.filter.site_id
            await library.do(sections.order_sites, moved([each.id for each in screen.sites], site_id, step))

    async def _show_change(self, said: str, before: tuple[Action, ...] | None = None) -> None:
        """Show and say what was done, as `outcome` does."""
        await self.contents.renew()
        self.contents.show_list(self.screen.sections.chosen.filter)
        self.screen.say(await outcome(self.screen, said, before))


def _turn(line: Prompt, known: Sequence[str]) -> None:
    """Name the next folder in the line, in place of the one that stands last in it; first those that begin so."""
    before, comma, last = line.value.rpartition(",")
    last = last.strip()
    if last in known:
        after = known[(known.index(last) + 1) % len(known)]
    else:
        after = next((name for name in known if name.casefold().startswith(last.casefold())), known[0])
    line.fill(f"{before}{comma} {after}".strip())


def moved(ids: tuple[int, ...] | list[int], one: int, step: int) -> list[int]:
    """An order in which one stands a place further on or back."""
    order = list(ids)
    at = order.index(one)
    to = max(0, min(len(order) - 1, at + step))
    order.insert(to, order.pop(at))
    return order
