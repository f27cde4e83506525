"""The training half of the demo city."""

from bkk_portal.kit import registry


def register() -> None:
    from trainings.demo.businesses import demo_businesses
    from trainings.demo.documents import demo_documents
    from trainings.demo.equipment import demo_equipment
    from trainings.demo.instructors import demo_instructors
    from trainings.demo.monitoring import demo_monitoring
    from trainings.demo.participants import demo_participants
    from trainings.demo.programmes import demo_programmes
    from trainings.demo.running import demo_running

    registry.demo_parts.register("programmes", demo_programmes, order=50)
    registry.demo_parts.register("instructors", demo_instructors, order=51)
    registry.demo_parts.register("participants", demo_participants, order=51)
    registry.demo_parts.register("equipment", demo_equipment, order=52)
    registry.demo_parts.register("documents", demo_documents, order=53)
    registry.demo_parts.register("training desks", demo_running, order=54)
    registry.demo_parts.register("monitoring", demo_monitoring, order=55)
    registry.demo_parts.register("businesses", demo_businesses, order=56)
