"""The formats, one file each: `to_json.py` is the format "json".

A format module has `render(selection, page)`, which yields text; `SUFFIXES` of the files it is for (none: it cannot be
exported); `VIEW`, whether `show` offers it; and `LEAVES_OUT`, the keys of an event's record that it has no place for.
It may have `OPTIONS`, what its users may ask for, and `losses(selection, page)`, which yields a sentence for all else
that it drops or says more coarsely. Files that it is filled from (a template, a style) lie in a folder of its name.
"""
