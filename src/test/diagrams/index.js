// Our own rules, one file each; .bpmnlintrc switches them on.
const names = [
  'async-before-outside',
  'documented-task',
  'existing-form',
  'named-conditional-flows',
  'only-delegates',
  'readable-ids',
  'retry-cycle'
];

module.exports = {
  rules: Object.fromEntries(names.map((name) => [name, `./rules/${name}`])),
  configs: {
    recommended: {
      rules: {
        ...Object.fromEntries(names.map((name) => [`switchboard/${name}`, 'error'])),
        // two arrows into one task are an exclusive merge; a gateway for each would only lengthen the story
        'bpmnlint/fake-join': 'off'
      }
    }
  }
};
