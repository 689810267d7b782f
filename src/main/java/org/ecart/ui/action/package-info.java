/** Everything a user can do, in one list: menus, toolbar, palette and keys all read it. */
package org.ecart.ui.action;
