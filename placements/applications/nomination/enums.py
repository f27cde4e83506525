from placements.applications.enums import ApplicationStatus

# Whom a letter may put forward: those not decided on yet. The first two move on by it.
CAN_BE_NAMED = (
    ApplicationStatus.APPLIED,
    ApplicationStatus.CHECKED,
    ApplicationStatus.NOMINATED,
    ApplicationStatus.TEST,
    ApplicationStatus.INTERVIEW,
)
MOVED_ON = (ApplicationStatus.APPLIED, ApplicationStatus.CHECKED)
MOST_IN_A_LETTER = 500
