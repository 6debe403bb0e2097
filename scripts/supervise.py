"""supervisord, without the second that it lets pass before it first looks at its programs.

Called with supervisord's own arguments. Until the gateway answers, nobody gets help, so the second counts.
"""

from __future__ import annotations

from supervisor import supervisord


class AtOnce(supervisord.Supervisor):
    """Starts its programs before it begins to wait for events."""

    def runforever(self) -> None:
        """Start what is to be started, then look after it as always."""
        for group in sorted(self.process_groups.values()):
            group.transition()
        super().runforever()


if __name__ == "__main__":
    supervisord.Supervisor = AtOnce
    supervisord.main()
