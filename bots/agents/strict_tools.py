"""Make tools of functions that refuse what they do not take, and say in plain words what is wrong with a call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver.tools import Tool
from mcp_types import ToolAnnotations
from pydantic import ValidationError

from bots.agents.failures import wrong_arguments

READS_ONLY = ToolAnnotations(
    read_only_hint=True, idempotent_hint=True, destructive_hint=False, open_world_hint=False
)


class StrictTool(Tool):
    """A tool that says itself what is wrong with its arguments; the SDK would show what the validator says."""

    async def run(self, arguments: dict[str, Any], *context: Any, **more: Any) -> Any:
        try:
            self.fn_metadata.validate_arguments(arguments)
        except ValidationError as error:
            raise wrong_arguments(error, self.name, self.parameters["properties"]) from None
        return await super().run(arguments, *context, **more)


def strict_tool(function: Callable[..., Any], title: str) -> Tool:
    """Return a tool that refuses an argument it does not know: ignored, a misspelt bound would widen the answer.

    Args:
        function: Its name, docstring and annotated arguments are what an assistant is told of the tool.
    """
    tool = StrictTool.from_function(
        function,
        title=title,
        description=" ".join((function.__doc__ or "").split()),
        annotations=READS_ONLY,
        structured_output=True,
    )
    model = tool.fn_metadata.arg_model
    model.model_config |= {"extra": "forbid", "hide_input_in_errors": True}
    model.model_rebuild(force=True)
    tool.parameters = model.model_json_schema(by_alias=True)
    return tool
