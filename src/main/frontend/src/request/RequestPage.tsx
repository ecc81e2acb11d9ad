import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useRequest, useTasks, type RequestView } from '../api/queries';
import { senderOf } from '../inbox/RequestRow';
import { t } from '../strings';
import { TaskPanel } from '../tasks/TaskPanel';
import { Answered, Empty, Panel } from '../ui/parts';
import { groupNames, StatusTag, TypeTag, UrgencyTag } from '../ui/tags';
import { Due } from '../ui/time';
import { Notes } from './Notes';
import css from './request.module.css';
import { RequestTabs } from './RequestTabs';
import { Thread } from './Thread';

export default function RequestPage({ id }: Readonly<{ id: string }>) {
    const request = useRequest(id);
    return (
        <>
            <Link href="/inbox" className={css.back}>
                <IconArrowLeft size={16} aria-hidden /> {t.request.back}
            </Link>
            <Answered of={request}>{(found) => <Desk request={found} />}</Answered>
        </>
    );
}

function Desk({ request }: Readonly<{ request: RequestView }>) {
    return (
        <>
            <header className={css.head}>
                <h1>{request.title}</h1>
                <div className={css.facts}>
                    <span>{request.id}</span>
                    <StatusTag status={request.status} />
                    <TypeTag type={request.type} />
                    <UrgencyTag urgency={request.urgency} />
                    <span>{senderOf(request)}</span>
                    {request.contact.name && <span>{request.contact.name}</span>}
                    {request.dueAt && request.status !== 'closed' && (
                        <span>
                            {t.request.due} <Due at={request.dueAt} />
                        </span>
                    )}
                </div>
            </header>
            <div className={css.columns}>
                <div className={css.left}>
                    <Thread id={request.id} closed={request.status === 'closed'} />
                </div>
                <div className={css.right}>
                    <Tasks request={request} />
                    <Notes id={request.id} />
                    <RequestTabs request={request} />
                </div>
            </div>
        </>
    );
}

/** The open tasks of the request that the reader may work on; or why there is nothing to decide. */
function Tasks({ request }: Readonly<{ request: RequestView }>) {
    const tasks = useTasks('all', request.id);
    return (
        <Answered of={tasks}>
            {({ items }) => {
                if (items.length > 0) {
                    return items.map((task) => <TaskPanel key={task.id} task={task} />);
                }
                const step = request.currentSteps[0];
                return (
                    <Panel>
                        <Empty
                            title={step?.name ?? t.request.noTask}
                            hint={
                                step
                                    ? t.request.notYours(groupNames(step.candidateGroups))
                                    : t.request.noTaskHint[request.status]
                            }
                        />
                    </Panel>
                );
            }}
        </Answered>
    );
}
