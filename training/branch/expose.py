"""Give an exported encoder the output that the branch reads: ``python -m training.branch.expose DIR``.

The graph stays as it is, node for node, so what it says of attribution stays the same to the last bit.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx

from training.export import write_hashes

LAYER = 3
"""After how many layers the branch leaves the encoder."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="an exported model")
    folder: Path = parser.parse_args().folder
    expose(folder / "encoder.onnx")
    write_hashes(folder)


def expose(path: Path) -> None:
    """Name the output of a lower layer ``lower`` and let the graph return it."""
    model = onnx.load(path)
    if any(output.name == "lower" for output in model.graph.output):
        return
    norms = [node.output[0] for node in model.graph.node if node.op_type == "LayerNormalization"]
    old = norms[2 * LAYER]  # one norm for the embeddings, two a layer
    for node in model.graph.node:
        node.input[:] = ["lower" if name == old else name for name in node.input]
        node.output[:] = ["lower" if name == old else name for name in node.output]
    shape = [1, "pieces", 384]
    model.graph.output.append(onnx.helper.make_tensor_value_info("lower", onnx.TensorProto.FLOAT, shape))
    onnx.save(model, path)


if __name__ == "__main__":
    main()
