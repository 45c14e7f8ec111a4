/** The Ant Design widgets that pages use; everything else comes from the files beside this one. Add one here before a page imports it. */
export { Select, Tree, type TreeDataNode } from 'antd';
