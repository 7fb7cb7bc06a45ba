"""The contracts as JSON and back: for the databases, the worker processes and ``--json``.

A dataclass becomes an object of its fields; a field that has its default is left out, which keeps a
stored story small. Enums become their words, tuples become lists. Coming back, every value's type
is checked, since it may come from a process that has handled hostile bytes; a name this version
does not know is passed over, since a saved story may be older or newer than the program.

msgspec does the work. It leaves out defaults, and fills them in fast, only for its own structs, so
each dataclass has a twin among those: values pass through it, both ways, by `msgspec.convert`.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Hashable
from functools import cache, reduce
from operator import or_
from threading import Lock
from types import UnionType
from typing import Any, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

T = TypeVar("T")


class CodecError(ValueError):
    """Data that is not the encoded form of what was asked for."""


def to_json(value: Any) -> bytes:
    """Return the compact UTF-8 JSON form of a dataclass; a lone surrogate becomes a question mark.

    Raises `TypeError` for anything the contracts do not use, such as bytes or sets.
    """
    try:
        twin = msgspec.convert(value, _form_of(type(value)).twin, from_attributes=True)
        return _ENCODER.encode(twin)
    except msgspec.ValidationError as error:
        raise TypeError(str(error)) from None
    except UnicodeEncodeError:
        plain = msgspec.to_builtins(twin)
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")


def to_plain(value: Any) -> dict[str, Any]:
    """Return a dataclass as what JSON can say: dicts, lists, text, numbers, None."""
    plain: dict[str, Any] = msgspec.json.decode(to_json(value))
    return plain


def from_json(kind: type[T], data: bytes | str) -> T:
    """Return what `to_json` wrote of a `kind`; raises `CodecError` for anything else."""
    try:
        return msgspec.convert(_form_of(kind).decoder.decode(data), kind, from_attributes=True)
    except (ValueError, RecursionError) as error:
        raise CodecError(f"no {kind.__name__}: {error}") from None


def _plain_text(value: Any) -> str:
    """A parser's own kind of string as a plain one, for the encoder, which knows only that."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form here")


_ENCODER = msgspec.json.Encoder(enc_hook=_plain_text)


def _key(kind: object) -> Hashable:
    """A type as a key of the caches below: type checkers do not see that it has a hash."""
    return kind


class _Form(NamedTuple):
    """What is made once of a dataclass."""

    twin: type[msgspec.Struct]
    decoder: msgspec.json.Decoder[Any]
    """Of the twin."""


def _form_of(kind: type[Any]) -> _Form:
    """The form of a dataclass, made at its first use, by one thread at a time.

    What msgspec finds out of a type it keeps before it is complete; a second thread that took it
    then would end the process.
    """
    form = _FORMS.get(kind)
    if form is None:
        with _MAKING:
            twin = _twin(_key(kind))
            msgspec.json.Decoder(kind)  # finds out all of the dataclass and of those in it
            form = _FORMS[kind] = _Form(twin, msgspec.json.Decoder(twin))
    return form


_FORMS: dict[type[Any], _Form] = {}
_MAKING = Lock()


@cache
def _twin(kind: Any) -> type[msgspec.Struct]:
    """The struct with the fields of a dataclass."""
    if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        raise TypeError(f"{kind} has no JSON form here")
    hints = get_type_hints(kind)
    fields = [
        (field.name, _twin_type(hints[field.name]), _default(field))
        for field in dataclasses.fields(kind)
    ]
    return msgspec.defstruct(kind.__name__, fields, omit_defaults=True, frozen=True, gc=False)


def _twin_type(hint: Any) -> Any:
    """The type of a field, with the twins of dataclasses in their place."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return tuple[tuple(map(_twin_type, arguments))]  # type: ignore[misc]  # made as it runs
    if origin in (Union, UnionType):
        return reduce(or_, map(_twin_type, arguments))
    return _twin(_key(hint)) if dataclasses.is_dataclass(hint) else hint


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return msgspec.field(default_factory=field.default_factory)
    return msgspec.NODEFAULT if field.default is dataclasses.MISSING else field.default
