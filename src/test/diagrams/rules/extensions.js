/** The camunda elements of one type that a BPMN element carries. */
module.exports = function extensions(element, type) {
  const values = element.get('extensionElements')?.get('values') ?? [];
  return values.filter((value) => value.$type === type);
};
