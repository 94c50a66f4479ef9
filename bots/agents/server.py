"""Put the tools, resources and prompts of one archive together as a server of the Model Context Protocol."""

from __future__ import annotations

import logging
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ToolError

from bots.agents.asking import Told
from bots.agents.describing import NO_ARCHIVE, RULES, instructions
from bots.agents.failures import log_without_words, tool_error
from bots.agents.prompts import add_prompts
from bots.agents.records import Record
from bots.agents.tools import Tools

if TYPE_CHECKING:
    from mcp.server.context import CallNext, HandlerResult, ServerRequestContext

    from bots.archive_service import ArchiveService
    from qa.answering.answerer import Answerer
    from qa.archive.protocol import View

_TELL_INSTRUCTIONS = ("initialize", "server/discover")
"""The requests whose replies carry the instructions: of the older protocol and of the stateless one."""


class _Instructions(Record):
    text: str


def create_server(service: ArchiveService) -> MCPServer:
    """Return the server. It answers from the service's queues, and holds no state of its own."""
    log_without_words()
    # The SDK sets up logging of its own, with tracebacks, unless there is some already.
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s")
    tools = Tools(service)
    server = MCPServer(
        "onrecord",
        title="Onrecord",
        description="Verbatim quotes from an archive of news articles, with speaker, source and date.",
        instructions=RULES,
        version=_version(),
        tools=tools.all(),
        # Nothing is announced: every reply is of the archive as it is.
        subscriptions=False,
        middleware=[_with_instructions(service)],
    )
    _add_resources(server, tools)
    add_prompts(server)
    return server


def _with_instructions(service: ArchiveService) -> Any:
    """Return middleware that makes the instructions of the archive as it is when a client connects."""

    def work(answerer: Answerer, view: View) -> Told[_Instructions]:
        return Told(_Instructions(text=instructions(view)))

    async def middleware(context: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult:
        result = await call_next(context)
        if context.method in _TELL_INSTRUCTIONS and isinstance(result, dict):
            try:
                told = (await service.look(work)).record.text
            except Exception as error:
                tool_error(error, context.method)  # logs it
                told = NO_ARCHIVE
            return {**result, "instructions": told}
        return result

    return middleware


def _add_resources(server: MCPServer, tools: Tools) -> None:
    @server.resource(
        "onrecord://quote/{id}",
        name="quote",
        title="A quote",
        description="A quote with the text around it, by its id.",
        mime_type="application/json",
    )
    async def quote(id: str) -> str:  # noqa: A002 - the name in the address
        try:
            return (await tools.show_quote(id)).model_dump_json()
        except ToolError as error:
            raise ResourceError(str(error)) from None

    @server.resource(
        "onrecord://article/{uid}",
        name="article",
        title="An article",
        description="The first part of an article, and who is quoted in it, by the article's uid.",
        mime_type="application/json",
    )
    async def article(uid: str) -> str:
        try:
            return (await tools.get_article(uid)).model_dump_json()
        except ToolError as error:
            raise ResourceError(str(error)) from None


def _version() -> str:
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return "0"
