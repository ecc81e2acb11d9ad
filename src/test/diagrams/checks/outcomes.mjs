import { createRequire } from 'node:module';
import { BpmnModdle } from 'bpmn-moddle';

const camunda = createRequire(import.meta.url)('camunda-bpmn-moddle/resources/camunda.json');

/** Per user task of a diagram: its form, how many ways lead out of the next gateway, and what they compare with. */
export async function outcomesOf(xml) {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(xml);
  const elements = rootElement.rootElements.flatMap(({ flowElements }) => flowElements ?? []);

  return elements.filter(({ $type }) => $type === 'bpmn:UserTask').map((task) => {
    const ways = task.outgoing[0].targetRef.outgoing;
    const literals = ways.flatMap(({ conditionExpression }) =>
      [...(conditionExpression?.body ?? '').matchAll(/decision == '(\w+)'/g)].map(([, literal]) => literal));

    return { task: task.id, form: task.get('camunda:formRef'), ways: ways.length, literals };
  });
}

/** The forms that start a process. */
export async function startFormsOf(xml) {
  const { rootElement } = await new BpmnModdle({ camunda }).fromXML(xml);
  const elements = rootElement.rootElements.flatMap(({ flowElements }) => flowElements ?? []);

  return elements.filter(({ $type }) => $type === 'bpmn:StartEvent')
    .map((start) => start.get('camunda:formRef')).filter(Boolean);
}

/** The decisions that a diagram asks for. */
export async function decisionsOf(xml) {
  return [...xml.matchAll(/camunda:decisionRef="([^"]+)"/g)].map(([, id]) => id);
}
