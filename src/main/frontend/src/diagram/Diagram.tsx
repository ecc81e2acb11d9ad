import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';
import { ActionIcon, useComputedColorScheme } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef, useState } from 'react';
import { t } from '../strings';
import { Failure } from '../ui/parts';
import type { Mark } from './marks';

interface Canvas {
    zoom(level: number | 'fit-viewport', center?: 'auto'): number;
    addMarker(element: string, marker: string): void;
    removeMarker(element: string, marker: string): void;
}
interface Overlays {
    add(element: string, overlay: { position: { top: number; right: number }; html: HTMLElement }): void;
    clear(): void;
}
interface Flow {
    id: string;
    source?: { id: string };
    target?: { id: string };
}
interface Registry {
    get(id: string): unknown;
    filter(test: (element: Flow) => boolean): Flow[];
}

const COLOURS = {
    light: { defaultFillColor: '#ffffff', defaultStrokeColor: '#3d4653', defaultLabelColor: '#171c24' },
    dark: { defaultFillColor: '#1f2630', defaultStrokeColor: '#a2adba', defaultLabelColor: '#e7ebf0' },
};
const STEP = 1.25;

/** A BPMN diagram with marks on its elements. For those who can't see it, the page says the same in a table. */
export function Diagram({
    xml,
    marks,
    label,
    tall,
}: Readonly<{ xml: string; marks: Mark[]; label: string; tall?: boolean }>) {
    const container = useRef<HTMLDivElement>(null);
    const [viewer, setViewer] = useState<NavigatedViewer>();
    const [failed, setFailed] = useState<unknown>();
    const scheme = useComputedColorScheme('light');

    useEffect(() => {
        const drawn = new NavigatedViewer({
            container: container.current as HTMLElement,
            bpmnRenderer: COLOURS[scheme],
        });
        let here = true;
        setFailed(undefined);
        drawn
            .importXML(xml)
            .then(() => {
                if (here) {
                    drawn.get<Canvas>('canvas').zoom('fit-viewport', 'auto');
                    setViewer(drawn);
                }
            })
            .catch((error: unknown) => here && setFailed(error));
        return () => {
            here = false;
            setViewer(undefined);
            drawn.destroy();
        };
    }, [xml, scheme]);

    useEffect(() => {
        if (!viewer) {
            return undefined;
        }
        const shown = mark(viewer, marks);
        return () => shown.forEach(([element, marker]) => viewer.get<Canvas>('canvas').removeMarker(element, marker));
    }, [viewer, marks]);

    const zoom = (factor: number) => {
        const canvas = viewer?.get<Canvas>('canvas') as (Canvas & { zoom(): number }) | undefined;
        canvas?.zoom(canvas.zoom() * factor, 'auto');
    };
    return (
        <div className="diagram">
            {failed !== undefined && <Failure error={failed} title={t.diagram.failed} />}
            <div
                ref={container}
                className={tall ? 'diagram-canvas diagram-tall' : 'diagram-canvas'}
                role="group"
                aria-label={label}
            />
            <div className="diagram-zoom">
                <ActionIcon variant="default" aria-label={t.diagram.zoomIn} onClick={() => zoom(STEP)}>
                    <IconPlus size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon variant="default" aria-label={t.diagram.zoomOut} onClick={() => zoom(1 / STEP)}>
                    <IconMinus size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                    variant="default"
                    aria-label={t.diagram.fit}
                    onClick={() => viewer?.get<Canvas>('canvas').zoom('fit-viewport', 'auto')}
                >
                    <IconFocusCentered size={16} aria-hidden />
                </ActionIcon>
            </div>
        </div>
    );
}

/** Marks elements, and the flows between two that were visited; what another version doesn't have is left out. */
function mark(viewer: NavigatedViewer, marks: Mark[]): [string, string][] {
    const canvas = viewer.get<Canvas>('canvas');
    const overlays = viewer.get<Overlays>('overlays');
    const registry = viewer.get<Registry>('elementRegistry');
    const known = marks.filter(({ element }) => registry.get(element));
    const markers: [string, string][] = known.map(({ element, state }) => [element, `mark-${state}`]);
    const left = new Set(known.filter(({ state }) => state === 'done').map(({ element }) => element));
    const reached = new Set(known.map(({ element }) => element));
    for (const flow of registry.filter(({ source, target }) => Boolean(source && target))) {
        if (left.has(flow.source!.id) && reached.has(flow.target!.id)) {
            markers.push([flow.id, 'mark-flow']);
        }
    }
    markers.forEach(([element, marker]) => canvas.addMarker(element, marker));
    overlays.clear();
    for (const { element, note, state } of known) {
        if (note) {
            const html = document.createElement('span');
            html.className = `diagram-note diagram-note-${state}`;
            html.textContent = note;
            overlays.add(element, { position: { top: -12, right: 14 }, html });
        }
    }
    return markers;
}
