import { Link } from 'wouter';
import type { RequestView } from '../api/queries';
import { t } from '../strings';
import { groupNames, StatusTag, TypeTag, UrgencyTag } from '../ui/tags';
import { Ago, Due } from '../ui/time';
import css from './inbox.module.css';

/** What a request waits for, and whose turn it is. */
export function waitsFor(request: RequestView): { step: string; who: string } {
    const step = request.currentSteps[0];
    if (step) {
        return { step: step.name, who: step.assignee ?? groupNames(step.candidateGroups) };
    }
    const where: Record<string, string> = {
        waiting_for_client: t.inbox.waitsForClient,
        waiting_for_delivery: t.inbox.waitsForDelivery,
        closed: '',
    };
    return { step: where[request.status] ?? t.inbox.aiWorks, who: request.assignee ?? '' };
}

export function senderOf(request: RequestView): string {
    return request.client?.name ?? `${t.inbox.unknownSender} ${request.contact.address}`;
}

export function RequestRow({ request }: Readonly<{ request: RequestView }>) {
    const waits = waitsFor(request);
    return (
        <li>
            <Link href={`/requests/${request.id}`} className={css.row}>
                <span className={css.what}>
                    <span className={css.title}>
                        <span className={css.id}>{request.id}</span>
                        <span>{request.title}</span>
                    </span>
                    <span className={css.sub}>
                        <StatusTag status={request.status} />
                        <TypeTag type={request.type} />
                        {request.urgency !== 'normal' && <UrgencyTag urgency={request.urgency} />}
                        <span>{senderOf(request)}</span>
                    </span>
                </span>
                <span className={css.cell}>
                    <span className={css.ellipsis}>{waits.step}</span>
                    <small className={css.ellipsis}>{waits.who}</small>
                </span>
                <span className={css.cell}>
                    <Due at={request.dueAt} done={request.status === 'closed' || request.currentSteps.length === 0} />
                </span>
                <span className={`${css.cell} ${css.opened}`}>
                    <Ago at={request.openedAt} />
                </span>
            </Link>
        </li>
    );
}
