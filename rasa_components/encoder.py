"""The sentence encoder as a Rasa component: what a message means, as a vector."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from rasa_components.minilm import Encoder
from rasa_components.normaliser import PLAIN

VECTOR = "sentence_vector"


class Vector(np.ndarray[Any, np.dtype[np.float32]]):
    """A sentence vector. Rasa fingerprints all training data; an array it would print as text, number by number."""

    def fingerprint(self) -> str:
        """What Rasa asks for, from the bytes: a quarter of the training was the printing."""
        return hashlib.sha256(self.tobytes()).hexdigest()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SentenceEncoder(GraphComponent):
    """Sets `sentence_vector`. The encoder travels inside the trained model, so the two agree."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`difference`: a file of low-rank changes to the published weights (docs/model.md)."""
        return {"difference": None}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, encoder: Encoder | None = None) -> None:
        """Made by Rasa; without an encoder it must be trained first."""
        self._difference = config["difference"]
        self._model_storage = model_storage
        self._resource = resource
        self._encoder = encoder

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> SentenceEncoder:
        """Made by Rasa for training."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> SentenceEncoder:
        """Made by Rasa from a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, Encoder((folder / "encoder.onnx").read_bytes()))

    def train(self, training_data: TrainingData) -> Resource:
        """Take the encoder built at set-up (or build it) and put it into the model."""
        self._encoder = Encoder.built(Path(self._difference) if self._difference else None)
        with self._model_storage.write_to(self._resource) as folder:
            (folder / "encoder.onnx").write_bytes(self._encoder.model)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Encode what users send."""
        if self._encoder is not None and messages:
            _encode(self._encoder, messages)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Encode the examples, on all cores."""
        if self._encoder is not None:
            quick = Encoder(self._encoder.model, threads=os.cpu_count() or 1)
            _encode(quick, [m for m in training_data.training_examples if m.get(INTENT)])
        return training_data


def _encode(encoder: Encoder, messages: list[Message]) -> None:
    vectors = encoder.encode([message.get(PLAIN) for message in messages]).view(Vector)
    for message, vector in zip(messages, vectors):
        message.set(VECTOR, vector)
