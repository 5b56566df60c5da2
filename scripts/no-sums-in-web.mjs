import ts from 'typescript';

const OPERATORS = new Set(['+', '-', '*', '/', '%', '+=', '-=', '*=', '/=', '++', '--']);

/**
 * An ESLint rule: the browser computes no sums. Amounts are bigint in this program, so that arithmetic on a bigint is arithmetic
 * on amounts; each sum has one definition, on the server (contract, section 3; ADR 0137).
 */
export const noSumsInWeb = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      sum: 'The browser computes no sums of its own: have the API say it (ADR 0137), or add the file to the list with its reason.',
    },
  },
  create(context) {
    const { parserServices } = context.sourceCode;
    const isAmount = (node) => {
      const type = parserServices.getTypeAtLocation(node);
      return (type.isUnion() ? type.types : [type]).some(
        ({ flags }) => (flags & ts.TypeFlags.BigIntLike) !== 0,
      );
    };
    const check = (node, ...operands) => {
      if (OPERATORS.has(node.operator) && operands.some(isAmount)) context.report({ node, messageId: 'sum' });
    };
    return {
      BinaryExpression: (node) => check(node, node.left, node.right),
      AssignmentExpression: (node) => check(node, node.left, node.right),
      UpdateExpression: (node) => check(node, node.argument),
    };
  },
};
