import { Select as AntSelect, Tree as AntTree } from 'antd';
import { WidgetTheme } from './theme/widgets.tsx';

/**
 * The Ant Design widgets that pages use, each under its theme; everything else comes from the files beside this one. They are large: a page
 * that can do without one does not import them.
 */
export const Select: typeof AntSelect = Object.assign(
  ((props: Parameters<typeof AntSelect>[0]) => (
    <WidgetTheme>
      <AntSelect {...props} />
    </WidgetTheme>
  )) as typeof AntSelect,
  AntSelect,
);

export const Tree: typeof AntTree = Object.assign(
  ((props: Parameters<typeof AntTree>[0]) => (
    <WidgetTheme>
      <AntTree {...props} />
    </WidgetTheme>
  )) as typeof AntTree,
  AntTree,
);

export type { TreeDataNode } from 'antd';
