"""Tunes the sentence encoder on the project's examples and writes only the difference.

Development time only (`make encoder`): needs torch, takes half an hour on two cores, and writes
`rasa_components/encoder_difference.safetensors`: for each matrix of the published model two thin
factors (LoRA, Hu et al. 2021) whose product is added to it. Nothing else of the model is kept.

One example in eight is never shown to it (`signpost.examples.held_back`), so that the classifier's
sureness is set on examples that are new to the encoder too. Half of the others are shown with
slips of the thumb, since people in fear mistype.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from signpost import examples
from signpost.text import plain

TARGET = Path(__file__).resolve().parent.parent / "rasa_components" / "encoder_difference.safetensors"
RANK, HEADS, LAYERS, MAX_TOKENS = 16, 12, 6, 96
_BATCH = 64
_PARTS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)


class Thin(nn.Module):
    """A published linear map plus a trainable low-rank one."""

    def __init__(self, weight: torch.Tensor, bias: torch.Tensor) -> None:
        super().__init__()
        self.weight, self.bias = nn.Parameter(weight, requires_grad=False), nn.Parameter(bias, requires_grad=False)
        self.a = nn.Parameter(torch.randn(RANK, weight.shape[1]) / RANK**0.5 * 0.1)
        self.b = nn.Parameter(torch.zeros(weight.shape[0], RANK))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return functional.linear(x, self.weight, self.bias) + functional.linear(functional.linear(x, self.a), self.b)


class Bert(nn.Module):
    """all-MiniLM-L6-v2 with mean pooling and a unit-length result."""

    def __init__(self, weights: dict[str, torch.Tensor]) -> None:
        super().__init__()
        self.fixed = weights
        self.thin = nn.ModuleDict()
        for layer in range(LAYERS):
            for part in _PARTS:
                name = f"encoder.layer.{layer}.{part}"
                self.thin[name.replace(".", "/")] = Thin(weights[f"{name}.weight"], weights[f"{name}.bias"])

    def _linear(self, layer: int, part: str, x: torch.Tensor) -> torch.Tensor:
        return self.thin[f"encoder.layer.{layer}.{part}".replace(".", "/")](x)

    def _norm(self, name: str, x: torch.Tensor) -> torch.Tensor:
        return functional.layer_norm(x, x.shape[-1:], self.fixed[f"{name}.weight"], self.fixed[f"{name}.bias"], 1e-12)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        w = self.fixed
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: ids.shape[1]]
        x = self._norm("embeddings.LayerNorm", x + w["embeddings.token_type_embeddings.weight"][0])
        hidden = (1 - mask[:, None, None, :]) * -1e4
        for layer in range(LAYERS):
            query, key, value = (
                self._linear(layer, f"attention.self.{part}", x).view(*x.shape[:2], HEADS, -1).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            context = functional.scaled_dot_product_attention(query, key, value, attn_mask=hidden).transpose(1, 2).reshape(x.shape)
            x = self._norm(
                f"encoder.layer.{layer}.attention.output.LayerNorm",
                functional.dropout(self._linear(layer, "attention.output.dense", context), 0.1, self.training) + x,
            )
            wide = functional.gelu(self._linear(layer, "intermediate.dense", x))
            x = self._norm(
                f"encoder.layer.{layer}.output.LayerNorm",
                functional.dropout(self._linear(layer, "output.dense", wide), 0.1, self.training) + x,
            )
        return functional.normalize((x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1), dim=-1)


def slip(text: str, chance: random.Random) -> str:
    """One or two slips of the thumb: a letter lost, doubled, swapped, or a space lost."""
    letters = list(text)
    for _ in range(chance.choice((1, 1, 2))):
        if len(letters) > 6:
            i = chance.randrange(1, len(letters) - 1)
            kind = chance.randrange(4)
            if kind == 0:
                del letters[i]
            elif kind == 1:
                letters.insert(i, letters[i])
            elif kind == 2:
                letters[i], letters[i + 1] = letters[i + 1], letters[i]
            elif " " in letters:
                del letters[letters.index(" ")]
    return "".join(letters)


def batches(texts: list[str], tokenizer: Tokenizer, size: int, chance: random.Random | None) -> list[list[int]]:
    """Indices in batches of like length, in random order where there is a `chance`."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]) + (chance.random() * 20 if chance else 0))
    found = [order[start : start + size] for start in range(0, len(order), size)]
    if chance:
        chance.shuffle(found)
    return found


def encoded(texts: list[str], tokenizer: Tokenizer) -> tuple[torch.Tensor, torch.Tensor]:
    """Word pieces and their mask."""
    pieces = tokenizer.encode_batch(texts)
    return torch.tensor([p.ids for p in pieces]), torch.tensor([p.attention_mask for p in pieces], dtype=torch.float32)


def main() -> None:
    """Tune and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="folder of the published model")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--target", type=Path, default=TARGET)
    arguments = parser.parse_args()
    torch.manual_seed(0)
    chance = random.Random(0)
    tokenizer = Tokenizer.from_file(str(arguments.model / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    tokenizer.enable_padding()
    published = {k: torch.from_numpy(v) for k, v in load_file(arguments.model / "model.safetensors").items() if v.dtype == np.float32}
    pairs = [(plain(text), topic, examples.held_back(text)) for text, topic in examples.load() if plain(text)]
    topics = sorted({topic for _, topic, _ in pairs})
    learnt = [(text, topics.index(topic)) for text, topic, held in pairs if not held]
    unseen = [(text, topics.index(topic)) for text, topic, held in pairs if held]
    bert = Bert(published)
    head = nn.Linear(384, len(topics))
    factors = [p for p in bert.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": factors, "lr": 2e-3}, {"params": head.parameters(), "lr": 1e-2}], weight_decay=0.01)
    steps = arguments.epochs * (len(learnt) // _BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [2e-3, 1e-2], total_steps=steps, pct_start=0.1)
    began = time.time()
    for epoch in range(arguments.epochs):
        bert.train()
        total = 0.0
        for some in batches([text for text, _ in learnt], tokenizer, _BATCH, chance):
            texts = [slip(learnt[i][0], chance) if chance.random() < 0.5 else learnt[i][0] for i in some]
            with torch.autocast("cpu", torch.bfloat16):  # twice as quick where the processor knows it
                scores = head(bert(*encoded(texts, tokenizer)) * 12)
            loss = functional.cross_entropy(scores.float(), torch.tensor([learnt[i][1] for i in some]), label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(factors, 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(some)
        right = measure(bert, head, unseen, tokenizer)
        print(
            f"epoch {epoch + 1}: loss {total / len(learnt):.3f}, {right:.1%} of unseen examples right, {time.time() - began:.0f} s",
            flush=True,
        )
        save(bert, arguments.target)


def measure(bert: Bert, head: nn.Linear, pairs: list[tuple[str, int]], tokenizer: Tokenizer) -> float:
    """The share of examples whose topic comes first."""
    bert.eval()
    right = 0
    with torch.no_grad():
        for some in batches([text for text, _ in pairs], tokenizer, 64, None):
            found = head(bert(*encoded([pairs[i][0] for i in some], tokenizer)) * 12).argmax(1)
            right += int((found == torch.tensor([pairs[i][1] for i in some])).sum())
    return right / len(pairs)


def save(bert: Bert, target: Path) -> None:
    """Write the factors, half precision."""
    factors: dict[str, Any] = {}
    for key, thin in bert.thin.items():
        name = key.replace("/", ".") + ".weight"
        factors[f"{name}.a"] = thin.a.detach().numpy().astype(np.float16)
        factors[f"{name}.b"] = thin.b.detach().numpy().astype(np.float16)
    save_file(factors, target)


if __name__ == "__main__":
    main()
