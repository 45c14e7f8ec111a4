// Loaded by too-old.js before the client where something is missing. What browsers since Chrome 87 lack of the functions that the pages and the shared domain use. The build lowers syntax, not functions.
import 'core-js/actual/array/at';
import 'core-js/actual/array/find-last';
import 'core-js/actual/array/find-last-index';
import 'core-js/actual/array/to-reversed';
import 'core-js/actual/array/to-sorted';
import 'core-js/actual/array/to-spliced';
import 'core-js/actual/array/with';
import 'core-js/actual/map/group-by';
import 'core-js/actual/object/group-by';
import 'core-js/actual/object/has-own';
import 'core-js/actual/string/at';
import 'core-js/actual/string/is-well-formed';
import 'core-js/actual/structured-clone';
