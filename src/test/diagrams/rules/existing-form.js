const fs = require('node:fs');
const path = require('node:path');
const { is, isAny } = require('bpmnlint-utils');

const FORMS = path.join(__dirname, '../../../../forms');

/** Every user task, and a start event that shows a form, shows one of ours, taken from the same deployment as its diagram. */
module.exports = ({ forms = FORMS } = {}) => ({
  check(node, reporter) {
    if (!isAny(node, ['bpmn:UserTask', 'bpmn:StartEvent'])) {
      return;
    }
    const form = node.get('camunda:formRef');

    if (is(node, 'bpmn:StartEvent') && !form) {
      return;
    }

    if (!form) {
      reporter.report(node.id, 'User task has no form');
    } else if (!fs.existsSync(path.join(forms, `${form}.form`))) {
      reporter.report(node.id, `There is no forms/${form}.form`);
    } else if (node.get('camunda:formRefBinding') !== 'deployment') {
      reporter.report(node.id, 'Form is not bound to the deployment of the diagram');
    }
  }
});
