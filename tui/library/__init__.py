"""The library: storage joined with fetching. It is the only thing a face asks for news.

What storage alone answers is asked of its verbs, on one of the lanes: `await library.ask(stories.window, wanted, 60)`,
`await library.do(marks.mark, ids, read=True)`; the command line opens a file (`library.opening`) and calls them on it.
What needs the web besides is `library.library`; a verb that does not loads none of it."""
