"""The decision: not the likeliest topic, but the answer that is expected to do the least harm.

A message that is 60% homework and 35% self-harm is answered as self-harm: to miss it costs more
than to show a helpline to somebody with homework. The costs stand in `config.yml`, by how grave
the answer is and how grave the truth; SAFETY.md explains them.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from rasa_components.normaliser import PLAIN
from signpost import danger, topics
from signpost.text import has_words

Ranking = list[dict[str, Any]]


class Costs:
    """What it costs to answer one topic when the truth is another."""

    def __init__(self, table: dict[str, dict[str, float]], not_understood: dict[str, float], urgency_of: dict[str, str]) -> None:
        """Check the table.

        Args:
            table: urgency of the answer -> urgency of the truth -> cost of a wrong topic.
            not_understood: the same for the answer `no_match`, which shows the general contacts.
            urgency_of: each topic's urgency.

        Raises:
            InvalidConfigException: a row or a column is missing from the table.
        """
        wanted = set(topics.URGENCIES)
        if set(table) != wanted or any(set(row) != wanted for row in [*table.values(), not_understood]):
            raise InvalidConfigException(f"`costs` in config.yml needs a row and a column for each of {', '.join(topics.URGENCIES)}.")
        self._table, self._not_understood, self._urgency_of = table, not_understood, urgency_of

    def matrix(self, names: list[str]) -> NDArray[np.float64]:
        """Row: the answer; column: the truth; nothing for being right."""
        rows = [self._not_understood if name == topics.NO_MATCH else self._table[self._urgency_of[name]] for name in names]
        costs = np.array([[row[self._urgency_of[truth]] for truth in names] for row in rows])
        np.fill_diagonal(costs, 0.0)
        return costs


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class LeastHarm(GraphComponent, IntentClassifier):
    """Replaces the likeliest intent by the one whose expected cost is lowest."""

    def __init__(self, config: dict[str, Any]) -> None:
        """Made by Rasa with the costs of `config.yml`."""
        urgency_of = {name: topic.urgency for name, topic in topics.load().items()}
        self._costs = Costs(config["costs"], config["cost_of_no_match"], urgency_of)
        self._matrix: NDArray[np.float64] | None = None
        self._names: list[str] = []

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> LeastHarm:
        """Made by Rasa."""
        return cls(config)

    def process(self, messages: list[Message]) -> list[Message]:
        """Decide for each message; one without a word in it (an emoji, a dash) is not guessed at."""
        for message in messages:
            ranking: Ranking = message.get(INTENT_RANKING_KEY) or []
            if ranking:
                chosen = self._least_harm(ranking) if has_words(message.get(PLAIN) or "") else topics.NO_MATCH
                message.set(INTENT, next(entry for entry in ranking if entry[INTENT_NAME_KEY] == chosen), add_to_output=True)
        return messages

    def _least_harm(self, ranking: Ranking) -> str:
        if self._matrix is None:
            self._names = sorted(entry[INTENT_NAME_KEY] for entry in ranking)
            self._matrix = self._costs.matrix(self._names)
        sure = {entry[INTENT_NAME_KEY]: entry[PREDICTED_CONFIDENCE_KEY] for entry in ranking}
        expected = self._matrix @ np.array([sure[name] for name in self._names])
        return self._names[int(np.argmin(expected))]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class DangerCheck(GraphComponent, IntentClassifier):
    """The gateway's danger check once more, so that a plain `rasa shell` is safe too."""

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> DangerCheck:
        """Made by Rasa."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Overrule whatever was understood."""
        for message in messages:
            if danger.find(message.get(TEXT) or ""):
                message.set(INTENT, {INTENT_NAME_KEY: topics.DANGER, PREDICTED_CONFIDENCE_KEY: 1.0}, add_to_output=True)
        return messages
