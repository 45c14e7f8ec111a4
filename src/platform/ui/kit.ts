/** The Ant Design widgets that pages may use; everything else comes from the files beside this one. */
export {
  Checkbox,
  DatePicker,
  Input,
  InputNumber,
  Popover,
  Progress,
  Radio,
  Segmented,
  Select,
  Switch,
  Tabs,
  Tooltip,
} from 'antd';
