"""Graph and views -> findings: rules in YAML and in Python, severities, waivers, the baseline.

A Python rule needs ``rule`` and ``problem``; see ``eaframe.rules.rule``.
"""

from eaframe.rules.rule import Problem, Rule, Undecided, problem, rule

__all__ = ["Problem", "Rule", "Undecided", "problem", "rule"]
