import ts from 'typescript';

const OPERATORS = new Set(['+', '-', '*', '/', '%', '+=', '-=', '*=', '/=', '++', '--']);

/** What turns text into a number, so that arithmetic on it could be arithmetic on an amount or a rate. */
const READERS = new Set(['Number', 'parseFloat', 'parseInt']);

/** Functions of the kernel that add amounts, divide them or take one rate from another. */
const RECKONERS = new Set([
  'compareRate',
  'divideHalfAwayFromZero',
  'formatHundredths',
  'formatRate',
  'hundredthsOf',
  'movementBetween',
  'pointsApart',
  'sumDong',
]);

/**
 * An ESLint rule: the browser computes no sums, no differences and no rates. Amounts are bigint in this program, so that arithmetic on
 * a bigint is arithmetic on amounts; amounts and rates of the API are text, so that arithmetic on a number that was read from text is
 * one way around it, and the kernel's functions another. Each has one definition, on the server (contract, section 3; ADR 0137).
 */
export const noSumsInWeb = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      sum: 'The browser computes no sums of its own: have the API say it (ADR 0137), or add the file to the list with its reason.',
      text: 'An amount or rate of the API is text: what is reckoned from it comes from the API (ADR 0137). A length that is drawn comes from shared/drawing.',
      kernel:
        '{{name}} is for the server: the browser computes no sums, differences or rates of its own (ADR 0137).',
    },
  },
  create(context) {
    const { parserServices } = context.sourceCode;
    const hasFlag = (node, flag) => {
      const type = parserServices.getTypeAtLocation(node);
      return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & flag) !== 0);
    };
    const isAmount = (node) => hasFlag(node, ts.TypeFlags.BigIntLike);
    const isReadFromText = (node) => isReader(node) || isReader(initializerOf(node));
    /** What a constant was set to. */
    const initializerOf = (node) => {
      if (node.type !== 'Identifier') return undefined;
      let scope = context.sourceCode.getScope(node);
      while (scope !== null && !scope.set.has(node.name)) scope = scope.upper;
      return scope?.set.get(node.name)?.defs[0]?.node.init ?? undefined;
    };
    const isReader = (node) =>
      node?.type === 'CallExpression' &&
      node.callee.type === 'Identifier' &&
      READERS.has(node.callee.name) &&
      node.arguments.length > 0 &&
      (isAmount(node.arguments[0]) || hasFlag(node.arguments[0], ts.TypeFlags.StringLike));
    const check = (node, ...operands) => {
      if (!OPERATORS.has(node.operator)) return;
      if (operands.some(isAmount)) context.report({ node, messageId: 'sum' });
      else if (operands.some(isReadFromText)) context.report({ node, messageId: 'text' });
    };
    return {
      BinaryExpression: (node) => check(node, node.left, node.right),
      AssignmentExpression: (node) => check(node, node.left, node.right),
      UpdateExpression: (node) => check(node, node.argument),
      ImportSpecifier: (node) => {
        const { name } = node.imported;
        if (node.parent.source.value === '@thongvon/kernel' && RECKONERS.has(name))
          context.report({ node, messageId: 'kernel', data: { name } });
      },
    };
  },
};
