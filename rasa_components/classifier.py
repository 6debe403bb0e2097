"""Which topic a message is about: two linear classifiers, averaged, with calibrated probabilities.

One reads the sentence vector (what it means), one reads character and word n-grams (how it is
spelt: text-speak, typos, names). Each is right where the other is not; docs/model.md has the
comparison. Saved as safetensors and JSON, never as pickle.
"""

from __future__ import annotations

import json
import warnings
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, INTENT_RANKING_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from safetensors.numpy import load_file, save_file
from scipy.optimize import minimize
from scipy.sparse import hstack
from scipy.special import log_softmax
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from rasa_components.encoder import VECTOR
from rasa_components.normaliser import PLAIN
from signpost import examples

Matrix: TypeAlias = "NDArray[np.float64]"

_NGRAMS: dict[str, dict[str, Any]] = {
    "characters": {"analyzer": "char_wb", "ngram_range": (2, 5), "min_df": 3, "max_features": 30_000},
    "words": {"analyzer": "word", "ngram_range": (1, 2), "min_df": 2, "max_features": 15_000, "token_pattern": r"[a-z0-9']+|[^\w\s]"},
}
_MEANING_STRENGTH, _SPELLING_STRENGTH = 2.0, 10.0
"""Inverse of the L2 penalty; the encoder has seen the examples, so its vectors are trusted less."""

_ROUNDS, _MORE_ROUNDS = 60, 12
"""Of L-BFGS: at first, and again with the examples that were held back."""


class Linear:
    """A softmax classifier: `weights` (features x topics) and `bias`."""

    def __init__(self, weights: NDArray[np.float32], bias: NDArray[np.float32]) -> None:
        """With what was learnt."""
        self.weights, self.bias = weights, bias

    def log_probabilities(self, features: Any) -> Matrix:
        """One row per message, one column per topic."""
        return np.asarray(log_softmax(np.asarray(features @ self.weights) + self.bias, axis=1))


class Learner:
    """Multinomial logistic regression that goes on from where it last stopped."""

    def __init__(self, strength: float) -> None:
        """Know nothing yet; `strength` is the inverse of the L2 penalty."""
        self._model = LogisticRegression(C=strength, tol=1e-3, solver="lbfgs", warm_start=True)

    def learn(self, features: Any, labels: NDArray[np.int64], rounds: int) -> Linear:
        """What is learnt after at most so many more rounds over the examples."""
        self._model.max_iter = rounds
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # stopping early is meant
            self._model.fit(features, labels)
        return Linear(self._model.coef_.T.astype(np.float32), self._model.intercept_.astype(np.float32))


class TopicModel:
    """The two classifiers and how they are mixed."""

    def __init__(
        self, topics: list[str], grams: list[TfidfVectorizer], meaning: Linear, spelling: Linear, mix: tuple[float, float]
    ) -> None:
        """`mix` holds the weight of each classifier's log-probability; their sum sets the sureness."""
        self.topics, self.grams, self.meaning, self.spelling, self.mix = topics, grams, meaning, spelling, mix
        self._readers = [(gram.vocabulary_, gram.build_analyzer(), gram.idf_) for gram in grams]

    @classmethod
    def trained(cls, texts: list[str], vectors: NDArray[np.float32], names: list[str]) -> TopicModel:
        """Fit both without the examples held back, set the mix on those, then learn from them too."""
        topics = sorted(set(names))
        labels = np.array([topics.index(name) for name in names])
        held = np.array([examples.held_back(text) for text in texts])
        grams = [TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **options) for options in _NGRAMS.values()]
        spelt = _joined([gram.fit_transform(texts) for gram in grams])
        meaning, spelling = Learner(_MEANING_STRENGTH), Learner(_SPELLING_STRENGTH)
        first = cls(
            topics,
            grams,
            meaning.learn(vectors[~held], labels[~held], _ROUNDS),
            spelling.learn(spelt[~held], labels[~held], _ROUNDS),
            (0.5, 0.5),
        )
        mix = first._best_mix(vectors[held], spelt[held], labels[held])
        return cls(topics, grams, meaning.learn(vectors, labels, _MORE_ROUNDS), spelling.learn(spelt, labels, _MORE_ROUNDS), mix)

    def _best_mix(self, vectors: Any, spelt: Any, labels: NDArray[np.int64]) -> tuple[float, float]:
        """The weights under which the held-back examples are least surprising (temperature scaling)."""
        parts = [self.meaning.log_probabilities(vectors), self.spelling.log_probabilities(spelt)]

        def surprise(weights: Matrix) -> float:
            mixed = log_softmax(weights[0] * parts[0] + weights[1] * parts[1], axis=1)
            return -float(np.mean(mixed[np.arange(len(labels)), labels]))

        found = minimize(surprise, np.array([0.5, 0.5]), method="Nelder-Mead").x
        return float(found[0]), float(found[1])

    def probabilities(self, texts: list[str], vectors: NDArray[np.float32]) -> Matrix:
        """One row per text, one column per topic; each row sums to 1."""
        spelt = log_softmax(np.stack([self._spelling_scores(text) for text in texts]), axis=1)
        mixed = self.mix[0] * self.meaning.log_probabilities(vectors) + self.mix[1] * spelt
        return np.asarray(np.exp(log_softmax(mixed, axis=1)))

    def _spelling_scores(self, text: str) -> NDArray[np.float32]:
        """What `transform` and a product of sparse matrices would give for one text, in a tenth of their time."""
        scores, first = self.spelling.bias.astype(np.float32), 0
        for gram, analyse, idf in self._readers:
            known = Counter(gram[part] for part in analyse(text) if part in gram)
            columns = np.fromiter(known, dtype=np.int64, count=len(known))
            weights = (1 + np.log(np.fromiter(known.values(), dtype=np.float32, count=len(known)))) * idf[columns]
            if known:
                scores = scores + (weights / np.linalg.norm(weights)) @ self.spelling.weights[first + columns]
            first += len(gram)
        return scores

    def save(self, folder: Path) -> None:
        """Write `classifier.json` and `classifier.safetensors`."""
        about = {"topics": self.topics, "mix": self.mix, "vocabularies": [sorted(g.vocabulary_, key=g.vocabulary_.get) for g in self.grams]}
        (folder / "classifier.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
        arrays = {f"idf.{i}": gram.idf_.astype(np.float32) for i, gram in enumerate(self.grams)}
        for name, part in (("meaning", self.meaning), ("spelling", self.spelling)):
            arrays |= {f"{name}.weights": part.weights.astype(np.float16), f"{name}.bias": part.bias}
        save_file(arrays, folder / "classifier.safetensors")

    @classmethod
    def load(cls, folder: Path) -> TopicModel:
        """Read what `save` wrote."""
        about = json.loads((folder / "classifier.json").read_text(encoding="utf-8"))
        arrays = load_file(folder / "classifier.safetensors")
        grams = []
        for i, (options, vocabulary) in enumerate(zip(_NGRAMS.values(), about["vocabularies"])):
            gram = TfidfVectorizer(sublinear_tf=True, dtype=np.float32, vocabulary=vocabulary, **options)
            gram.idf_ = arrays[f"idf.{i}"]
            grams.append(gram)
        parts = [Linear(arrays[f"{n}.weights"].astype(np.float32), arrays[f"{n}.bias"]) for n in ("meaning", "spelling")]
        return cls(about["topics"], grams, parts[0], parts[1], tuple(about["mix"]))


def _joined(matrices: list[Any]) -> Any:
    return hstack(matrices).tocsr()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(GraphComponent, IntentClassifier):
    """Sets the intent and the ranking of all topics on each message."""

    def __init__(self, model_storage: ModelStorage, resource: Resource, model: TopicModel | None = None) -> None:
        """Made by Rasa; without a model it must be trained first."""
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> TopicClassifier:
        """Made by Rasa for training."""
        return cls(model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> TopicClassifier:
        """Made by Rasa from a trained model."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, TopicModel.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from all examples."""
        examples = [m for m in training_data.intent_examples if m.get(VECTOR) is not None]
        self._model = TopicModel.trained(
            [m.get(PLAIN) for m in examples], np.stack([m.get(VECTOR) for m in examples]), [m.get(INTENT) for m in examples]
        )
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Rank the topics for what users send."""
        if self._model is None or not messages:
            return messages
        rows = self._model.probabilities([m.get(PLAIN) for m in messages], np.stack([m.get(VECTOR) for m in messages]))
        for message, row in zip(messages, rows):
            ranking: list[dict[str, Any]] = [
                {INTENT_NAME_KEY: self._model.topics[i], PREDICTED_CONFIDENCE_KEY: float(row[i])} for i in np.argsort(-row)
            ]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
        return messages
