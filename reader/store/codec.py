"""The contracts as plain JSON values and back: for the cache, the worker processes and ``--json``.

A dataclass becomes an object of its fields; a field that has its default is left out, which keeps a
stored story small. Enums become their words, tuples become lists. Coming back, every value's type
is checked, since it may come from a process that has handled hostile bytes; a name this version
does not know is passed over, since a saved story may be older or newer than the program.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Hashable
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
"""What JSON can say."""

T = TypeVar("T")

_ABSENT = object()
_SCALARS = (str, int, bool, float)
_Encode = Callable[[Any], Any]
_Decode = Callable[[Any], Any]


class CodecError(ValueError):
    """Data that is not the encoded form of what was asked for."""


def to_plain(value: Any) -> Any:
    """Return a dataclass instance (or a tuple, enum or scalar of the contracts) as JSON values.

    Raises `TypeError` for anything the contracts do not use, such as bytes or sets.
    """
    return _encoder(cast(Hashable, type(value)))(value)


def from_plain(kind: type[T], plain: object) -> T:
    """Return JSON values as an instance of `kind`; raises `CodecError` if they do not fit."""
    return cast(T, _decoder(cast(Hashable, kind))(plain))


def to_json(value: Any) -> bytes:
    """Return the compact UTF-8 JSON form of `value`; a lone surrogate becomes a question mark."""
    text = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def from_json(kind: type[T], data: bytes | str) -> T:
    """Return what `to_json` wrote; raises `CodecError` for anything else."""
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CodecError(f"no JSON: {error}") from None
    return from_plain(kind, plain)


@cache
def _encoder(kind: type[Any]) -> _Encode:
    """The encoder of a type, its fields looked up once: a cold refresh encodes 10^5 blocks."""
    if dataclasses.is_dataclass(kind):
        return _fields_encoder(kind)
    if issubclass(kind, Enum):
        return lambda value: str(value.value)
    if issubclass(kind, tuple | list):
        return lambda value: [to_plain(item) for item in value]
    if kind in _SCALARS or kind is NoneType:
        return lambda value: value
    raise TypeError(f"{kind.__name__} has no JSON form here")


def _fields_encoder(kind: type[Any]) -> _Encode:
    hints = get_type_hints(kind)
    plan = tuple(
        (field.name, _default(field), None if hints[field.name] in _SCALARS else to_plain)
        for field in dataclasses.fields(kind)
    )

    def encode(value: Any) -> dict[str, Any]:
        plain = {}
        for name, default, convert in plan:
            content = getattr(value, name)
            if content != default:
                plain[name] = convert(content) if convert else content
        return plain

    return encode


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return _ABSENT if field.default is dataclasses.MISSING else field.default


@cache
def _decoder(kind: Any) -> _Decode:
    """The decoder of any type the contracts use."""
    if kind in _SCALARS:
        return _scalar(kind)
    if dataclasses.is_dataclass(kind):
        return _dataclass(cast(type[Any], kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _tuple(arguments)
    if origin in (Union, UnionType) and len(arguments) == 2 and NoneType in arguments:
        return _optional(next(part for part in arguments if part is not NoneType))
    raise TypeError(f"{kind} has no JSON form here")


def _scalar(kind: type[Any]) -> _Decode:
    accepted = (int, float) if kind is float else (kind,)

    def decode(plain: Any) -> Any:
        if type(plain) not in accepted:  # not isinstance: True is no number here
            raise CodecError(f"{kind.__name__} expected, not {type(plain).__name__}")
        return plain

    return decode


def _enum(kind: type[Enum]) -> _Decode:
    members = {member.value: member for member in kind}

    def decode(plain: Any) -> Any:
        try:
            return members[plain]
        except (KeyError, TypeError):
            raise CodecError(f"no {kind.__name__}: {str(plain)[:40]!r}") from None

    return decode


def _optional(kind: Any) -> _Decode:
    some = _decoder(kind)
    return lambda plain: None if plain is None else some(plain)


def _tuple(arguments: tuple[Any, ...]) -> _Decode:
    endless = len(arguments) == 2 and arguments[1] is Ellipsis
    parts = tuple(_decoder(kind) for kind in arguments if kind is not Ellipsis)

    def decode(plain: Any) -> Any:
        if type(plain) is not list:
            raise CodecError(f"list expected, not {type(plain).__name__}")
        if endless:
            return tuple(map(parts[0], plain))
        if len(plain) != len(parts):
            raise CodecError(f"{len(parts)} values expected, not {len(plain)}")
        return tuple(part(value) for part, value in zip(parts, plain, strict=True))

    return decode


def _dataclass(kind: type[Any]) -> _Decode:
    hints = get_type_hints(kind)
    plan = {field.name: _decoder(hints[field.name]) for field in dataclasses.fields(kind)}
    required = frozenset(
        field.name for field in dataclasses.fields(kind) if _default(field) is _ABSENT
    )

    def decode(plain: Any) -> Any:
        if type(plain) is not dict:
            raise CodecError(f"{kind.__name__} expected, not {type(plain).__name__}")
        fields = {name: plan[name](value) for name, value in plain.items() if name in plan}
        if not required <= fields.keys():
            missing = ", ".join(sorted(required - fields.keys()))
            raise CodecError(f"{kind.__name__} without {missing}")
        return kind(**fields)

    return decode
