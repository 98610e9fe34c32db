"""Links of the story that is open: walked, lettered, numbered and listed; and the way back to where one came from."""

from tui import address
from tui.app.addresses import Addresses
from tui.app.main_screen import MainScreen
from tui.app.opening import Opening


class Linking:
    """What the keys do with links. A story opens here first, in the browser only where that is asked for."""

    def __init__(self, screen: MainScreen, opening: Opening, addresses: Addresses) -> None:
        self.screen = screen
        self.opening = opening
        self.addresses = addresses

    def next_link(self) -> None:
        """The next link or related story."""
        self.screen.reading.next_link(1)

    def previous_link(self) -> None:
        """The previous link or related story."""
        self.screen.reading.next_link(-1)

    # By letters

    @property
    def lettered(self) -> bool:
        """The links on the screen have letters, and the next key is one of them."""
        return self.screen.reading.hints is not None

    def letters(self) -> None:
        """Letters on every link on the screen; in the linear mode, where they would be read out as part of the words,
        all links on a page."""
        screen = self.screen
        if screen.signs.words:
            self.list_links()
        elif screen.reading.display and screen.reading.put_letters():
            screen.activate("article")
            screen.say("The letters open links here, capitals in the browser.")
        else:
            screen.say("There is no link on the screen.")

    def take_letter(self, key: str) -> None:
        """The next letter; any other key takes the letters away."""
        reading = self.screen.reading
        if reading.hints is None:
            return
        link = reading.hints.press(key)
        if link is None and key.isalpha() and reading.hints:
            reading.refresh()
            return
        reading.take_letters_away()
        if link is not None:
            self._open(link, outside=key.isupper())
        elif key.isalpha() and len(key) == 1:
            self.screen.say("No link has these letters.")

    def _open(self, link: int, *, outside: bool = False) -> None:
        reading = self.screen.reading
        if reading.text_layout is None:
            return
        url = reading.text_layout.links[link].url
        if outside and not url.startswith("#"):
            self.addresses.open_outside(url)
        else:
            reading.open_link(link)

    # By number, and all of them

    def open_numbered(self, number: int) -> None:
        """Open the link with a number."""
        layout = self.screen.reading.text_layout
        links = layout.links if layout is not None else ()
        found = next((index for index, link in enumerate(links) if link.number == number), None)
        if found is None:
            self.screen.say(f"This story has no link {number}.")
        else:
            self._open(found)

    def list_links(self) -> None:
        """All links of the story on a page."""
        screen = self.screen
        layout = screen.reading.text_layout
        if layout is None or not layout.links:
            screen.say("There are no links here.")
            return

        def chosen(choice: tuple[int, bool] | None) -> None:
            if choice is not None:
                self._open(choice[0], outside=choice[1])

        from tui.app.link_list import LinkList  # late, like the other dialogs

        screen.app.push_screen(LinkList(layout.links, screen.signs), chosen)

    async def open_address(self) -> None:
        """Ask for the address of a story, and read it here."""
        entry = await self.screen.entry()
        entry.ask("The address of a story", entered=self._open_address)

    def _open_address(self, typed: str) -> None:
        if typed.strip():
            if url := address.of_story(typed):
                self.opening.follow_link(url, "", typed=True)
            else:
                self.screen.say(f"{typed.strip()} is not an address that can be read here.")

    # Where one came from

    def come_back(self) -> None:
        """Back to where one came from: in the story, else to the story before."""
        if not self.screen.reading.come_back():
            self.opening.back()
