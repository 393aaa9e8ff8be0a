"""The rules that come with eaframe, in the order of their codes."""

from __future__ import annotations

from eaframe.rules.builtin import completeness, relationships, structure, time, views

BUILTIN = (*completeness.RULES, *relationships.RULES, *structure.RULES, *time.RULES, *views.RULES)
