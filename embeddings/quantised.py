"""Compute the linear layers of a model with whole numbers of eight bits, which most processors multiply much faster.

What goes into a layer is cut to 256 steps, as far apart as that text's own least and greatest number ask for, so no
text's result depends on another's. A layer's weights have seven bits: products of two such numbers can be added in
sixteen bits, as older processors do, and the sums are the same on every processor.

A few inputs of each layer are ten times as large as all others. They would make the steps coarse, and are multiplied
apart, in full precision. Which they are is seen on a few texts: they are the same for any text.

Sources: Jacob et al. (2018), arXiv:1712.05877 (whole numbers instead of fractions); Dettmers et al. (2022),
arXiv:2208.07339 (large inputs apart); the ONNX operators DynamicQuantizeLinear and MatMulInteger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

APART = 8
"""So many inputs of each layer are multiplied in full precision: with 4 the scores differ by a tenth more, with 16 by
no less."""
_MUCH_LARGER = 2
_STEPS = 255
_GREATEST = 63


def quantise(layers: Any, run: Callable[[], object]) -> None:
    """Replace linear layers by such that multiply whole numbers, on torch and in an exported graph alike.

    Args:
        layers: The torch module whose linear layers are replaced.
        run: Runs it on texts that show how large what goes into each layer gets. Layers that are not run stay.
    """
    with _watched(layers) as greatest:
        run()
    for parent in list(layers.modules()):
        for name, child in list(parent.named_children()):
            if child in greatest:
                setattr(parent, name, _quantised()(child, greatest[child]).eval())


@contextmanager
def _watched(layers: Any) -> Iterator[dict[Any, Any]]:
    """Note the greatest size of each input, shape (inputs,), of each linear layer that is run meanwhile."""
    import torch

    greatest: dict[Any, Any] = {}

    def note(layer: Any, inputs: tuple[Any, ...]) -> None:
        size = inputs[0].abs().flatten(0, -2).amax(0)
        greatest[layer] = torch.maximum(greatest.get(layer, size), size)

    linear = [layer for layer in layers.modules() if isinstance(layer, torch.nn.Linear)]
    hooks = [layer.register_forward_pre_hook(note) for layer in linear]
    try:
        yield greatest
    finally:
        for hook in hooks:
            hook.remove()


@cache
def _quantised() -> Any:
    """Return the class of a linear layer that multiplies whole numbers; it is made when torch is first needed."""
    import torch

    class Quantised(torch.nn.Module):
        """Multiplies whole numbers, but for a few inputs; all are whole where none is much larger than others."""

        def __init__(self, linear: Any, greatest: Any) -> None:
            super().__init__()
            weight = linear.weight.detach()
            large, places = greatest.topk(APART + 1)
            self.some_apart = bool(large[0] > _MUCH_LARGER * large[APART])
            apart = places[:APART]
            others = torch.ones(weight.shape[1])
            if self.some_apart:
                others[apart] = 0
            step = ((weight * others).abs().amax(1) / _GREATEST).clamp(min=1e-12)
            whole = torch.round(weight * others / step[:, None]).to(torch.int8)
            self.register_buffer("apart", apart)
            self.register_buffer("others", others)
            self.register_buffer("weight_apart", weight[:, apart].t().contiguous())
            self.register_buffer("whole", whole.t().contiguous())
            self.register_buffer("step", step)
            self.register_buffer("bias", linear.bias.detach())

        def forward(self, inputs: Any) -> Any:
            if not self.some_apart:
                return Product.apply(inputs, self.whole, self.step, self.bias)  # type: ignore[no-untyped-call]
            product = Product.apply(inputs * self.others, self.whole, self.step, self.bias)  # type: ignore[no-untyped-call]
            return product + inputs.index_select(-1, self.apart) @ self.weight_apart

    class Product(torch.autograd.Function):
        """Multiplies inputs, cut to whole numbers, by weights that are: on torch as where it is exported to."""

        @staticmethod
        def forward(_: Any, inputs: Any, whole: Any, step: Any, bias: Any) -> Any:
            # As ONNX defines DynamicQuantizeLinear: zero is among the steps.
            least, most = inputs.min().clamp(max=0), inputs.max().clamp(min=0)
            size = (most - least) / _STEPS
            size = torch.where(size == 0, 1.0, size)
            zero = torch.round(-least / size)
            cut = torch.clamp(torch.round(inputs / size) + zero, 0, _STEPS) - zero
            # Nearly all sums are whole numbers below 2**24, which are exact in single precision.
            return (cut @ whole.float()) * (size * step) + bias

        @staticmethod
        def symbolic(graph: Any, inputs: Any, whole: Any, step: Any, bias: Any) -> Any:
            cut, size, zero = graph.op("DynamicQuantizeLinear", inputs, outputs=3)
            sums = graph.op("Cast", graph.op("MatMulInteger", cut, whole, zero), to_i=1)
            return graph.op("Add", graph.op("Mul", sums, graph.op("Mul", size, step)), bias)

    return Quantised
